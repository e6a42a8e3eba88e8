/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_UNIT_SUITES_H
#define FUZZ_UNIT_SUITES_H

#include <stddef.h>

/* One function per file of tests: it adds its suite to CUnit's registry and returns 0. */
int suite_oracle(void);
int suite_mutate(void);
int suite_report(void);
int suite_run(void);

/** suite_add - a suite of @n tests; what a suite_*() returns. */
struct unit_test {
	const char *name;
	void (*run)(void);
};
int suite_add(const char *name, const struct unit_test *tests, size_t n);

#endif
