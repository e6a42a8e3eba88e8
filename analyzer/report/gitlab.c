// SPDX-License-Identifier: MIT
/*
 * GitLab Code Quality: an array of what it calls issues. It merges entries of
 * equal fingerprints; ours count equal findings, so none is lost.
 */
#include "report/json_value.h"
#include "report/place.h"

static const char *const level[] = {
	[SEV_OFF] = "info",
	[SEV_ADVICE] = "info",
	[SEV_WARNING] = "minor",
	[SEV_ERROR] = "major",
};

static json_t *location(struct places *p, const struct loc *loc)
{
	json_t *object = json_object(), *lines = json_object();

	value_put(lines, "begin", json_integer(loc->line));
	value_put(lines, "end", json_integer(loc->end_line));
	value_put(object, "path", value_text(p->arena, place_path(p, loc->path)));
	value_put(object, "lines", lines);
	return object;
}

void report_gitlab(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	json_t *issues = json_array();
	struct arena *a = r->arena;
	struct places places;

	(void)o;
	places_init(&places, r);
	vec_for_each_ptr(const struct finding, f, &r->findings) {
		struct loc loc = report_loc(r, f);
		json_t *issue = json_object();

		value_put(issue, "description",
			  value_text(a, arena_printf(a, "%s [%s %s]", f->message, f->rule->id,
						     f->rule->name)));
		value_put(issue, "check_name", value_text(a, f->rule->name));
		value_put(issue, "fingerprint", value_text(a, f->fingerprint));
		value_put(issue, "severity", json_string(level[f->severity]));
		value_put(issue, "location", location(&places, &loc));
		value_push(issues, issue);
	}
	value_print(issues, JSON_INDENT(2), out);
}
