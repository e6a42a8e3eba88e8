// SPDX-License-Identifier: MIT
/*
 * JUnit XML as GitLab, Jenkins and others read it: a suite is an attribute, a
 * case a rule. Readers drop a case whose class and name came before, so both
 * are unique (cases.h), and they keep no line numbers, which would make every
 * edit a new case.
 */
#include <string.h>

#include "report/cases.h"
#include "report/xml.h"

static const char *const child[] = {
	[CASE_PASSED] = NULL,
	[CASE_FAILED] = "failure",
	[CASE_BROKEN] = "error",
	[CASE_SKIPPED] = "skipped",
};

static void add_counts(struct strbuf *out, const size_t *counts)
{
	size_t total = 0;

	for (int i = 0; i <= CASE_SKIPPED; i++)
		total += counts[i];
	xml_number(out, "tests", total);
	xml_number(out, "failures", counts[CASE_FAILED]);
	xml_number(out, "errors", counts[CASE_BROKEN]);
	xml_number(out, "skipped", counts[CASE_SKIPPED]);
	strbuf_add(out, " time=\"0\">\n");
}

static void add_child(struct strbuf *out, const struct report_case *c)
{
	strbuf_addf(out, "      <%s", child[c->status]);
	xml_attribute(out, "message", c->why ? c->why : "");
	strbuf_add(out, ">");
	xml_lines(out, c->details);
	strbuf_addf(out, "</%s>\n", child[c->status]);
}

static void add_case(struct strbuf *out, const struct report_suite *s, const struct report_case *c)
{
	strbuf_add(out, "    <testcase");
	xml_attribute(out, "classname", s->name);
	xml_attribute(out, "name", c->name);
	xml_attribute(out, "file", c->path);
	strbuf_add(out, " time=\"0\"");
	if (c->status == CASE_PASSED && !c->details[0]) {
		strbuf_add(out, "/>\n");
		return;
	}
	strbuf_add(out, ">\n");
	if (child[c->status]) {
		add_child(out, c);
	} else {
		strbuf_add(out, "      <system-out>");
		xml_lines(out, c->details);
		strbuf_add(out, "</system-out>\n");
	}
	strbuf_add(out, "    </testcase>\n");
}

void report_junit(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	suite_list suites = report_suites(r, o);
	size_t counts[CASE_SKIPPED + 1] = { 0 };

	vec_for_each_ptr(const struct report_suite, s, &suites)
		for (int i = 0; i <= CASE_SKIPPED; i++)
			counts[i] += s->counts[i];
	strbuf_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"migver\"");
	add_counts(out, counts);
	vec_for_each_ptr(const struct report_suite, s, &suites) {
		strbuf_add(out, "  <testsuite");
		xml_attribute(out, "name", s->name);
		add_counts(out, s->counts);
		vec_for_each_ptr(const struct report_case, c, &s->cases)
			add_case(out, s, c);
		strbuf_add(out, "  </testsuite>\n");
	}
	strbuf_add(out, "</testsuites>\n");
}
