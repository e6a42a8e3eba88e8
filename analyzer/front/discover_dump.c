// SPDX-License-Identifier: MIT
/*
 * The text of --dump discover: a line per attribute, and indented below it a
 * line per fact, in a fixed order.
 *
 *	attribute "migration_version" at drv.c:31:8
 *		object mv_attr: mdev-type, era B, node type
 *		mode 0644
 *		show mv_show at drv.c:33:10, body at drv.c:12:16
 *		store none
 *		registered by supported_type_groups of mdev_register_device() at drv.c:60:9
 */
#include "front/discover.h"

static void add_text(struct strbuf *out, const char *s)
{
	size_t n = 0;

	while (s[n])
		n++;
	strbuf_add_escaped(out, s, n, true);
}

static void add_loc(struct strbuf *out, const struct loc *l)
{
	if (!l->path)
		return;
	strbuf_add(out, " at ");
	add_text(out, l->path);
	strbuf_addf(out, ":%u:%u", l->line, l->col);
}

static bool same_prototype(const struct handler *h)
{
	const char *a = h->sig, *b = h->member_sig;

	if (!a || !b)
		return true;
	while (*a && *a == *b)
		a++, b++;
	return *a == *b;
}

static void dump_handler(const char *what, const struct handler *h, struct strbuf *out)
{
	strbuf_addf(out, "\t%s ", what);
	if (h->name)
		add_text(out, h->name);
	else
		strbuf_add(out, h->is_unknown ? "unknown" : "none");
	add_loc(out, &h->bound);
	if (h->name) {
		strbuf_add(out, h->has_body ? ", body" : ", no body");
		add_loc(out, &h->def);
	}
	strbuf_add(out, "\n");
	if (same_prototype(h))
		return;
	strbuf_addf(out, "\t\tprototype ");
	add_text(out, h->sig);
	strbuf_add(out, "\n\t\tmember    ");
	add_text(out, h->member_sig);
	strbuf_add(out, "\n");
}

static void dump_registrations(const struct attribute *attr, struct strbuf *out)
{
	vec_for_each_ptr(struct registration, r, &attr->registrations) {
		strbuf_add(out, "\tregistered by ");
		add_text(out, r->text);
		add_loc(out, &r->loc);
		strbuf_add(out, "\n");
	}
	if (attr->registrations.n)
		return;
	strbuf_add(out, "\tnot registered");
	if (attr->registration_doubt) {
		strbuf_add(out, ", perhaps: ");
		add_text(out, attr->registration_doubt);
	}
	strbuf_add(out, "\n");
}

static void dump_attribute(const struct attribute *attr, struct strbuf *out)
{
	strbuf_add(out, "attribute \"");
	add_text(out, attr->name);
	strbuf_add(out, "\"");
	add_loc(out, &attr->loc);
	strbuf_add(out, "\n\tobject ");
	add_text(out, attr->object);
	strbuf_addf(out, ": %s, era %s, node %s\n", attr->kind->id, attr->era ? attr->era : "?",
		    attr->node);
	if (attr->is_near_miss) {
		strbuf_add(out, "\tmeant ");
		add_text(out, attr->meant);
		strbuf_add(out, "\n");
	}
	if (attr->mode_known)
		strbuf_addf(out, "\tmode 0%03o\n", attr->mode);
	else
		strbuf_add(out, "\tmode unknown\n");
	dump_handler("show", &attr->show, out);
	dump_handler("store", &attr->store, out);
	dump_registrations(attr, out);
}

void discover_dump(const struct program *p, const struct attribute *attrs, size_t n,
		   struct strbuf *out)
{
	(void)p;
	for (size_t i = 0; i < n; i++)
		dump_attribute(&attrs[i], out);
}
