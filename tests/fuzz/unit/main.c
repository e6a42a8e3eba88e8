// SPDX-License-Identifier: MIT
/* The harness of the fuzz target, without a kernel: a fake krt stands behind it. */
#include <CUnit/Basic.h>
#include <stdio.h>

#include "suites.h"

static int (*const suites[])(void) = { suite_mutate, suite_report, suite_oracle, suite_run };

int suite_add(const char *name, const struct unit_test *tests, size_t n)
{
	CU_pSuite suite = CU_add_suite(name, NULL, NULL);

	for (size_t i = 0; suite && i < n; i++)
		if (!CU_add_test(suite, tests[i].name, tests[i].run))
			return -1;
	return suite ? 0 : -1;
}

static int run_suites(void)
{
	for (size_t i = 0; i < sizeof(suites) / sizeof(*suites); i++)
		if (suites[i]() != 0)
			return -1;
	CU_basic_set_mode(CU_BRM_NORMAL);
	return CU_basic_run_tests() == CUE_SUCCESS ? 0 : -1;
}

int main(void)
{
	int failed;

	if (CU_initialize_registry() != CUE_SUCCESS)
		return 1;
	failed = run_suites();
	failed = failed || CU_get_number_of_failures() > 0;
	CU_cleanup_registry();
	return failed;
}
