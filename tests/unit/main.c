// SPDX-License-Identifier: MIT
/* Runs from the top of the source tree: some suites read files of tests/. */
#include <CUnit/Basic.h>
#include <stdio.h>

#include "tests/unit/suites.h"

static int (*const suites[])(void) = {
	suite_base, suite_ir,	suite_front,	suite_lower,  suite_model,   suite_absint,
	suite_fact, suite_text, suite_discover, suite_report, suite_formats, suite_fuzzing,
};

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
	for (size_t i = 0; i < sizeof(suites) / sizeof(suites[0]); i++)
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
	if (failed)
		fprintf(stderr, "the tests could not be run: %s\n", CU_get_error_msg());
	failed = failed || CU_get_number_of_failures() > 0;
	CU_cleanup_registry();
	return failed;
}
