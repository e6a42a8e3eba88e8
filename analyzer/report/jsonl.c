// SPDX-License-Identifier: MIT
/* The objects of the JSON report, one a line: each says its kind in "type". */
#include "report/json_value.h"

static void add_line(struct strbuf *out, const char *type, json_t *object)
{
	value_put(object, "type", json_string(type));
	value_print(object, JSON_COMPACT, out);
}

void report_jsonl(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	json_t *run = json_object();

	(void)o;
	value_put(run, "version", json_integer(JSON_REPORT_VERSION));
	value_put(run, "tool", value_tool(r));
	add_line(out, "run", run);
	vec_for_each_ptr(const struct file_report, f, &r->files)
		add_line(out, "file", value_file(r->arena, f));
	vec_for_each_ptr(const struct attr_report, attr, &r->attrs)
		add_line(out, "attribute", value_attribute(r->arena, attr));
	vec_for_each_ptr(const struct finding, f, &r->findings)
		add_line(out, "finding", value_finding(r->arena, f));
	vec_for_each_ptr(const struct suppressed, s, &r->suppressed)
		add_line(out, "suppressed", value_suppressed(r->arena, s));
}
