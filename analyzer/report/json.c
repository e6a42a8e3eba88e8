// SPDX-License-Identifier: MIT
/* The report for machines; docs/json.md and docs/lint-report.schema.json describe it. */
#include <jansson.h>
#include <string.h>

#include "base/fatal.h"
#include "report/report.h"

#define FORMAT_VERSION 1

/* ---- values ---- */

/* Bytes that are no UTF-8 and control characters stand as escapes; NULL is null. */
static json_t *text(struct arena *a, const char *s)
{
	struct strbuf b;

	if (!s)
		return json_null();
	strbuf_init(&b, a);
	report_escape(&b, s, strlen(s));
	return json_stringn(b.s, b.n);
}

static json_t *number(uint32_t n)
{
	return json_integer(n);
}

/* Takes the reference of @value, which is NULL only when memory is gone. */
static void put(json_t *object, const char *key, json_t *value)
{
	if (!value || json_object_set_new(object, key, value) != 0)
		fatal("out of memory");
}

static void push(json_t *array, json_t *value)
{
	if (!value || json_array_append_new(array, value) != 0)
		fatal("out of memory");
}

static void put_place(json_t *object, struct arena *a, const struct loc *loc)
{
	put(object, "file", text(a, loc->path));
	put(object, "line", number(loc->line));
	put(object, "column", number(loc->col));
}

static json_t *steps(struct arena *a, const struct path_step *v, size_t n)
{
	json_t *array = json_array();

	for (size_t i = 0; i < n; i++) {
		json_t *step = json_object();

		put_place(step, a, &v[i].loc);
		put(step, "message", text(a, v[i].message));
		push(array, step);
	}
	return array;
}

/* ---- the parts of a report ---- */

static json_t *tool(const struct run_report *r)
{
	json_t *object = json_object();

	put(object, "name", json_string("migver"));
	put(object, "version", json_string(MIGVER_VERSION));
	put(object, "libclang", text(r->arena, r->libclang));
	return object;
}

static json_t *file(struct arena *a, const struct file_report *f)
{
	json_t *object = json_object();

	put(object, "path", text(a, f->path));
	put(object, "status", json_string(file_status_name(f->status)));
	put(object, "reasons", steps(a, f->reasons.v, f->reasons.n));
	put(object, "flags_from", text(a, f->flags_from));
	return object;
}

static json_t *registrations(struct arena *a, const struct attribute *attr)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct registration, r, &attr->registrations) {
		json_t *object = json_object();

		put_place(object, a, &r->loc);
		put(object, "via", text(a, r->text));
		push(array, object);
	}
	return array;
}

static json_t *obligations(struct arena *a, const struct attr_report *r)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct obligation, o, &r->obligations) {
		json_t *object = json_object();

		put(object, "rule", text(a, o->rule->id));
		put(object, "verdict", json_string(verdict_name(o->verdict)));
		put(object, "reason", text(a, o->reason));
		push(array, object);
	}
	return array;
}

static json_t *attribute(struct arena *a, const struct attr_report *r)
{
	const struct attribute *attr = r->attr;
	json_t *object = json_object();

	put(object, "name", text(a, attr->name));
	put(object, "file", text(a, attr->loc.path));
	put(object, "line", number(attr->loc.line));
	put(object, "kind", text(a, attr->kind ? attr->kind->id : NULL));
	put(object, "era", text(a, attr->era));
	put(object, "mode",
	    attr->mode_known ? text(a, arena_printf(a, "%04o", attr->mode)) : json_null());
	put(object, "show", text(a, attr->show.name));
	put(object, "store", text(a, attr->store.name));
	put(object, "registered_at", registrations(a, attr));
	put(object, "obligations", obligations(a, r));
	return object;
}

static json_t *witness(struct arena *a, const struct witness *w)
{
	json_t *object;

	if (!w)
		return json_null();
	object = json_object();
	put(object, "write", text(a, w->write));
	put(object, "expect", text(a, w->expect));
	return object;
}

static json_t *finding(struct arena *a, const struct finding *f)
{
	json_t *object = json_object();

	put(object, "rule", text(a, f->rule->id));
	put(object, "name", text(a, f->rule->name));
	put(object, "severity", json_string(severity_name(f->severity)));
	put(object, "message", text(a, f->message));
	put_place(object, a, &f->loc);
	put(object, "end_line", number(f->loc.end_line));
	put(object, "end_column", number(f->loc.end_col));
	put(object, "function", text(a, f->function));
	put(object, "attribute", text(a, f->attr ? f->attr->name : NULL));
	put(object, "path", steps(a, f->path.v, f->path.n));
	put(object, "witness", witness(a, f->witness));
	put(object, "judge", json_string("lint"));
	put(object, "fingerprint", text(a, f->fingerprint));
	return object;
}

static json_t *report(const struct run_report *r)
{
	json_t *object = json_object(), *files = json_array(), *attrs = json_array(),
	       *findings = json_array();

	vec_for_each_ptr(const struct file_report, f, &r->files)
		push(files, file(r->arena, f));
	vec_for_each_ptr(const struct attr_report, attr, &r->attrs)
		push(attrs, attribute(r->arena, attr));
	vec_for_each_ptr(const struct finding, f, &r->findings)
		push(findings, finding(r->arena, f));
	put(object, "version", json_integer(FORMAT_VERSION));
	put(object, "tool", tool(r));
	put(object, "files", files);
	put(object, "attributes", attrs);
	put(object, "findings", findings);
	return object;
}

/* ---- output ---- */

static int add_bytes(const char *bytes, size_t n, void *data)
{
	strbuf_add_bytes(data, bytes, n);
	return 0;
}

void report_json(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	json_t *object = report(r);

	(void)o;
	if (json_dump_callback(object, add_bytes, out, JSON_INDENT(2)) != 0)
		BUG("the JSON report can't be written");
	strbuf_addc(out, '\n');
	json_decref(object);
}
