// SPDX-License-Identifier: MIT
/* The module of krt's tests: all checks run in module_init. */
#include "check.h"

int krt_test_checks;

static void (*const tests[])(void) = {
	test_printf, test_scanf, test_kstrto, test_string, test_slab, test_lock, test_lib, test_log,
};

static int __init tests_init(void)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(tests); i++)
		tests[i]();
	return test_tree();
}
module_init(tests_init);

static void __exit tests_exit(void)
{
	test_tree_end();
}
module_exit(tests_exit);

MODULE_LICENSE("Dual MIT/GPL");
