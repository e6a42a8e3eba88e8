/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_CASES_H
#define MIGVER_REPORT_CASES_H

#include "report/report.h"

/*
 * A run as test cases, for formats that think in those: a suite of the files
 * that were read, and one for each attribute with a case for each rule. So a
 * rule that was checked and holds is seen, and so is what was not checked.
 */
enum case_status {
	CASE_PASSED,
	CASE_FAILED,
	CASE_BROKEN,  /* not analyzed */
	CASE_SKIPPED, /* unproved, not applicable, or suppressed */
};

struct report_case {
	const char *name; /* unique in its suite, without line numbers */
	enum case_status status;
	const char *why;     /* one line; NULL if it passed */
	const char *details; /* lines of text about it; may be empty */
	const char *path;    /* the file it is about */
};

struct report_suite {
	const char *name; /* unique */
	VEC(struct report_case) cases;
	size_t counts[CASE_SKIPPED + 1];
};

typedef VEC(struct report_suite) suite_list;

/** report_suites - "files", one per attribute, and "others" for findings about none. */
suite_list report_suites(const struct run_report *r, const struct report_options *o);

#endif
