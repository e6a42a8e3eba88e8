// SPDX-License-Identifier: MIT
/*
 * KTAP, version 1, as Documentation/dev-tools/ktap.rst has it: a subtest for
 * each suite of cases.h, what there is to say as diagnostic lines before the
 * result. A '#' in a description would begin a directive, so it is escaped.
 */
#include <string.h>

#include "report/cases.h"

static void add_description(struct strbuf *out, const char *s)
{
	struct strbuf clean;

	strbuf_init(&clean, out->arena);
	report_escape(&clean, s, strlen(s));
	for (const char *p = clean.s; *p; p++) {
		if (*p == '#')
			strbuf_addc(out, '\\');
		strbuf_addc(out, *p);
	}
}

static void add_diagnostics(struct strbuf *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");

		strbuf_add(out, "    # ");
		report_escape(out, text, n);
		strbuf_addc(out, '\n');
		text += n + (text[n] == '\n');
	}
}

static void add_case(struct strbuf *out, size_t number, const struct report_case *c)
{
	bool ok = c->status == CASE_PASSED || c->status == CASE_SKIPPED;

	add_diagnostics(out, c->details);
	strbuf_addf(out, "    %sok %zu ", ok ? "" : "not ", number);
	add_description(out, c->name);
	if (c->status == CASE_SKIPPED) {
		strbuf_add(out, " # SKIP ");
		report_escape(out, c->why, strlen(c->why));
	}
	strbuf_addc(out, '\n');
}

static void add_suite(struct strbuf *out, size_t number, const struct report_suite *s)
{
	bool ok = !s->counts[CASE_FAILED] && !s->counts[CASE_BROKEN];
	size_t i = 0;

	strbuf_add(out, "    KTAP version 1\n    # Subtest: ");
	report_escape(out, s->name, strlen(s->name));
	strbuf_addf(out, "\n    1..%zu\n", s->cases.n);
	vec_for_each_ptr(const struct report_case, c, &s->cases)
		add_case(out, ++i, c);
	strbuf_addf(out, "%sok %zu ", ok ? "" : "not ", number);
	add_description(out, s->name);
	strbuf_addc(out, '\n');
}

void report_ktap(const struct run_report *r, const struct report_options *o, struct strbuf *out)
{
	suite_list suites = report_suites(r, o);
	size_t i = 0;

	strbuf_addf(out, "KTAP version 1\n1..%zu\n", suites.n);
	vec_for_each_ptr(const struct report_suite, s, &suites)
		add_suite(out, ++i, s);
}
