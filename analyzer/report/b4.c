// SPDX-License-Identifier: MIT
/*
 * What b4 runs on each patch. Its plain checks take each line of stdout for a
 * warning, or for a failure if "ERROR:" is in it, and each line of stderr for a
 * failure; nothing at all is success. "b4 review" wants an array of objects.
 */
#include <string.h>

#include "report/json_value.h"
#include "report/place.h"

static bool is_broken(const struct file_report *f)
{
	return f->status == FILE_INCOMPLETE || f->status == FILE_FAILED;
}

static void add_place(struct strbuf *out, struct places *p, struct loc loc)
{
	loc.path = place_path(p, loc.path);
	report_place(out, &loc);
	strbuf_add(out, ": ");
}

static void add_lines(const struct run_report *r, struct strbuf *out)
{
	struct places places;

	places_init(&places, r);
	vec_for_each_ptr(const struct finding, f, &r->findings) {
		add_place(out, &places, report_loc(r, f));
		strbuf_add(out, f->severity == SEV_ERROR ? "ERROR: " : "WARNING: ");
		report_escape(out, f->message, strlen(f->message));
		strbuf_addf(out, " [%s %s]\n", f->rule->id, f->rule->name);
	}
	vec_for_each_ptr(const struct file_report, f, &r->files) {
		const char *why = f->reasons.n ? f->reasons.v[0].message : "no reason given";

		if (!is_broken(f))
			continue;
		add_place(out, &places, (struct loc){ .path = f->path });
		strbuf_addf(out, "WARNING: not checked, %s: ", file_status_name(f->status));
		report_escape(out, why, strlen(why));
		strbuf_addc(out, '\n');
	}
}

void report_b4(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	(void)o;
	add_lines(r, out);
}

static const char *status(const struct run_report *r)
{
	bool warns = r->findings.n > 0;

	vec_for_each_ptr(const struct file_report, f, &r->files)
		warns |= is_broken(f);
	vec_for_each_ptr(const struct finding, f, &r->findings)
		if (f->severity == SEV_ERROR)
			return "fail";
	return warns ? "warn" : "pass";
}

/* A patch that touches nothing of ours gets no check, rather than one that it passed. */
void report_b4_json(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	json_t *array = json_array(), *check = json_object();
	struct strbuf details;

	(void)o;
	strbuf_init(&details, r->arena);
	add_lines(r, &details);
	value_put(check, "tool", json_string("migver"));
	value_put(check, "status", json_string(status(r)));
	value_put(check, "summary",
		  value_text(r->arena, arena_printf(r->arena, "%zu findings, %zu attributes",
						    r->findings.n, r->attrs.n)));
	if (details.n)
		value_put(check, "details", json_stringn(details.s, details.n));
	if (r->findings.n || r->attrs.n || details.n)
		value_push(array, check);
	else
		json_decref(check);
	value_print(array, JSON_INDENT(1), out);
}
