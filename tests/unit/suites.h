/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_TESTS_UNIT_SUITES_H
#define MIGVER_TESTS_UNIT_SUITES_H

#include <CUnit/CUnit.h>

/*
 * One function per file of tests: it adds its suite to CUnit's registry and
 * returns 0. A new one is a line here and a row in main.c.
 */
int suite_base(void);
int suite_ir(void);
int suite_front(void);
int suite_lower(void);
int suite_model(void);
int suite_absint(void);
int suite_fact(void);
int suite_text(void);
int suite_discover(void);
int suite_report(void);
int suite_formats(void);
int suite_fuzzing(void);

/** suite_add - a suite of @n tests; what a suite_*() returns. */
struct unit_test {
	const char *name;
	void (*run)(void);
};
int suite_add(const char *name, const struct unit_test *tests, size_t n);

#endif
