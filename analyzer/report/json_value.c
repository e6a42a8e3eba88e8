// SPDX-License-Identifier: MIT
/* The objects that JSON reports are made of; docs/json.md and docs/lint-report.schema.json. */
#include <string.h>

#include "base/fatal.h"
#include "report/json_value.h"

/* ---- values ---- */

/* Bytes that are no UTF-8 and control characters stand as escapes; NULL is null. */
json_t *value_text(struct arena *a, const char *s)
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
void value_put(json_t *object, const char *key, json_t *value)
{
	if (!value || json_object_set_new(object, key, value) != 0)
		fatal("out of memory");
}

void value_push(json_t *array, json_t *value)
{
	if (!value || json_array_append_new(array, value) != 0)
		fatal("out of memory");
}

static void put_place(json_t *object, struct arena *a, const struct loc *loc)
{
	value_put(object, "file", value_text(a, loc->path));
	value_put(object, "line", number(loc->line));
	value_put(object, "column", number(loc->col));
}

static json_t *steps(struct arena *a, const struct path_step *v, size_t n)
{
	json_t *array = json_array();

	for (size_t i = 0; i < n; i++) {
		json_t *step = json_object();

		put_place(step, a, &v[i].loc);
		value_put(step, "message", value_text(a, v[i].message));
		value_push(array, step);
	}
	return array;
}

/* ---- the parts of a report ---- */

json_t *value_tool(const struct run_report *r)
{
	json_t *object = json_object();

	value_put(object, "name", json_string("migver"));
	value_put(object, "version", json_string(MIGVER_VERSION));
	value_put(object, "libclang", value_text(r->arena, r->libclang));
	return object;
}

json_t *value_file(struct arena *a, const struct file_report *f)
{
	json_t *object = json_object();

	value_put(object, "path", value_text(a, f->path));
	value_put(object, "status", json_string(file_status_name(f->status)));
	value_put(object, "reasons", steps(a, f->reasons.v, f->reasons.n));
	value_put(object, "flags_from", value_text(a, f->flags_from));
	return object;
}

static json_t *registrations(struct arena *a, const struct attribute *attr)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct registration, r, &attr->registrations) {
		json_t *object = json_object();

		put_place(object, a, &r->loc);
		value_put(object, "via", value_text(a, r->text));
		value_push(array, object);
	}
	return array;
}

static json_t *obligations(struct arena *a, const struct attr_report *r)
{
	json_t *array = json_array();

	vec_for_each_ptr(const struct obligation, o, &r->obligations) {
		json_t *object = json_object();

		value_put(object, "rule", value_text(a, o->rule->id));
		value_put(object, "verdict", json_string(verdict_name(o->verdict)));
		value_put(object, "reason", value_text(a, o->reason));
		value_push(array, object);
	}
	return array;
}

json_t *value_attribute(struct arena *a, const struct attr_report *r)
{
	const struct attribute *attr = r->attr;
	json_t *object = json_object();

	value_put(object, "name", value_text(a, attr->name));
	value_put(object, "file", value_text(a, attr->loc.path));
	value_put(object, "line", number(attr->loc.line));
	value_put(object, "kind", value_text(a, attr->kind ? attr->kind->id : NULL));
	value_put(object, "era", value_text(a, attr->era));
	value_put(object, "mode",
		  attr->mode_known ? value_text(a, arena_printf(a, "%04o", attr->mode))
				   : json_null());
	value_put(object, "show", value_text(a, attr->show.name));
	value_put(object, "store", value_text(a, attr->store.name));
	value_put(object, "registered_at", registrations(a, attr));
	value_put(object, "obligations", obligations(a, r));
	return object;
}

static json_t *witness(struct arena *a, const struct witness *w)
{
	json_t *object;

	if (!w)
		return json_null();
	object = json_object();
	value_put(object, "write", value_text(a, w->write));
	value_put(object, "expect", value_text(a, w->expect));
	return object;
}

json_t *value_finding(struct arena *a, const struct finding *f)
{
	json_t *object = json_object();

	value_put(object, "rule", value_text(a, f->rule->id));
	value_put(object, "name", value_text(a, f->rule->name));
	value_put(object, "severity", json_string(severity_name(f->severity)));
	value_put(object, "message", value_text(a, f->message));
	put_place(object, a, &f->loc);
	value_put(object, "end_line", number(f->loc.end_line));
	value_put(object, "end_column", number(f->loc.end_col));
	value_put(object, "function", value_text(a, f->function));
	value_put(object, "attribute", value_text(a, f->attr ? f->attr->name : NULL));
	value_put(object, "path", steps(a, f->path.v, f->path.n));
	value_put(object, "witness", witness(a, f->witness));
	value_put(object, "judge", json_string(f->evidence ? "fuzz" : "lint"));
	value_put(object, "fingerprint", value_text(a, f->fingerprint));
	if (f->evidence)
		value_put(object, "input", value_evidence(a, f->evidence));
	return object;
}

json_t *value_suppressed(struct arena *a, const struct suppressed *s)
{
	json_t *object = value_finding(a, &s->finding);

	value_put(object, "suppressed", json_string(suppressor_name(s->by)));
	value_put(object, "reason", value_text(a, s->reason));
	return object;
}

/* ---- output ---- */

static int add_bytes(const char *bytes, size_t n, void *data)
{
	strbuf_add_bytes(data, bytes, n);
	return 0;
}

void value_print(json_t *value, size_t flags, struct strbuf *out)
{
	if (json_dump_callback(value, add_bytes, out, flags) != 0)
		BUG("a JSON report can't be written");
	strbuf_addc(out, '\n');
	json_decref(value);
}
