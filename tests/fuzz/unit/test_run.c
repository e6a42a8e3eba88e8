// SPDX-License-Identifier: MIT
/* Whole runs: several nodes, long writes, findings once and minimised. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "run.h"
#include "suites.h"

static void test_nodes(void)
{
	struct fake_node nodes[] = {
		{ NULL, "type", 0, show_fine, store_fine },
		{ NULL, "device", 0, show_fine, store_bare_only },
	};
	struct fuzz *f = &fuzz_world;

	run_begin(nodes, 2, "off=MV206");
	run_some(f, 500);
	CU_ASSERT_PTR_NOT_NULL(run_find(f, "MV303"));
	nodes[1].store = store_fine;
	run_begin(nodes, 2, NULL);
	run_some(f, 500);
	CU_ASSERT_EQUAL(f->findings.n, 0);
}

static void test_split(void)
{
	struct fake_node node = { NULL, NULL, 0, show_most, store_most };
	unsigned char bytes[PAGE_BYTES + 1];
	struct fuzz *f = &fuzz_world;
	unsigned long refused;

	run_begin(&node, 1, NULL);
	memset(bytes, 'a', sizeof(bytes));
	bytes[PAGE_BYTES] = '\n';
	refused = f->nodes[0].refused;
	bundle_run(f, bytes, sizeof(bytes));
	/* The newline came as a second write, and was refused at least once. */
	CU_ASSERT(f->nodes[0].refused > refused);
}

static void test_minimise(void)
{
	struct fake_node node = { NULL, NULL, 0, show_fine, store_divides };
	static const char input[] = "zebra crossing at the end of the road\n";
	struct fuzz *f = &fuzz_world;
	const struct finding *x;

	run_begin(&node, 1, NULL);
	fuzz_input(f, (const unsigned char *)input, sizeof(input) - 1);
	x = run_find(f, "MV215");
	CU_ASSERT_PTR_NOT_NULL_FATAL(x);
	CU_ASSERT_STRING_EQUAL(x->place.function, "store_divides");
	CU_ASSERT_EQUAL(x->input_len, 1);
	CU_ASSERT_EQUAL(x->input[0], 'z');
	CU_ASSERT_EQUAL(x->n_evidence, 1);
	CU_ASSERT_EQUAL(x->evidence[0].bytes[0], 'z');
}

static void test_once(void)
{
	struct fake_node node = { NULL, NULL, 0, show_fine, store_zero };
	struct fuzz *f = &fuzz_world;

	run_begin(&node, 1, NULL);
	run_some(f, 200);
	CU_ASSERT_EQUAL(f->findings.n, 1);
	CU_ASSERT_PTR_NOT_NULL(run_find(f, "MV201"));
	CU_ASSERT(run_find(f, "MV201")->times > 1);
}

int suite_run(void)
{
	static const struct unit_test tests[] = {
		{ "two nodes decide alike", test_nodes },
		{ "long writes arrive in two parts", test_split },
		{ "inputs are minimised", test_minimise },
		{ "a finding is recorded once", test_once },
	};

	return suite_add("runs", tests, sizeof(tests) / sizeof(*tests));
}
