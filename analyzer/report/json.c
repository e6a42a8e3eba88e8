// SPDX-License-Identifier: MIT
/* The report for machines; docs/json.md and docs/lint-report.schema.json describe it. */
#include "report/json_value.h"

static json_t *report(const struct run_report *r)
{
	json_t *object = json_object(), *files = json_array(), *attrs = json_array(),
	       *findings = json_array(), *suppressed = json_array();

	vec_for_each_ptr(const struct file_report, f, &r->files)
		value_push(files, value_file(r->arena, f));
	vec_for_each_ptr(const struct attr_report, attr, &r->attrs)
		value_push(attrs, value_attribute(r->arena, attr));
	vec_for_each_ptr(const struct finding, f, &r->findings)
		value_push(findings, value_finding(r->arena, f));
	vec_for_each_ptr(const struct suppressed, s, &r->suppressed)
		value_push(suppressed, value_suppressed(r->arena, s));
	value_put(object, "version", json_integer(JSON_REPORT_VERSION));
	value_put(object, "tool", value_tool(r));
	value_put(object, "files", files);
	value_put(object, "attributes", attrs);
	value_put(object, "findings", findings);
	value_put(object, "suppressed", suppressed);
	if (r->fuzz)
		value_put(object, "fuzz", value_fuzz(r->arena, r->fuzz));
	return object;
}

void report_json(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	(void)o;
	value_print(report(r), JSON_INDENT(2), out);
}
