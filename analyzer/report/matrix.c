// SPDX-License-Identifier: MIT
/* --matrix: each attribute with the verdict of every rule on it. */
#include <string.h>

#include "report/report.h"

static void add_word(struct strbuf *out, const char *label, const char *value)
{
	if (!value)
		return;
	strbuf_add(out, label);
	report_escape(out, value, strlen(value));
}

static void add_handler(struct strbuf *out, const char *what, const struct handler *h)
{
	strbuf_addf(out, ", %s ", what);
	if (h->name)
		report_escape(out, h->name, strlen(h->name));
	else
		strbuf_add(out, h->is_unknown ? "unknown" : "none");
}

static void add_title(struct strbuf *out, const struct attribute *a)
{
	report_place(out, &a->loc);
	add_word(out, ": attribute ", a->name);
	add_word(out, ", kind ", a->kind ? a->kind->id : NULL);
	add_word(out, ", ", a->node);
	strbuf_add(out, " node");
	add_word(out, ", era ", a->era);
	if (a->mode_known)
		strbuf_addf(out, ", mode %04o", a->mode);
	else
		strbuf_add(out, ", mode unknown");
	add_handler(out, "show", &a->show);
	add_handler(out, "store", &a->store);
	strbuf_addc(out, '\n');
}

static void add_row(struct strbuf *out, const struct attribute *a, const struct obligation *o)
{
	strbuf_addf(out, "  %s %-15s %-14s", o->rule->id, o->rule->name, verdict_name(o->verdict));
	if (o->reason) {
		strbuf_add(out, "  ");
		report_escape(out, o->reason, strlen(o->reason));
		if (o->loc.path && loc_compare(&o->loc, &a->loc) != 0) {
			strbuf_add(out, " (");
			report_place(out, &o->loc);
			strbuf_addc(out, ')');
		}
	}
	while (out->s[out->n - 1] == ' ')
		out->s[--out->n] = '\0';
	strbuf_addc(out, '\n');
}

void report_matrix(const struct run_report *r, struct strbuf *out)
{
	vec_for_each_ptr(const struct attr_report, a, &r->attrs) {
		add_title(out, a->attr);
		vec_for_each_ptr(const struct obligation, o, &a->obligations)
			add_row(out, a->attr, o);
	}
}
