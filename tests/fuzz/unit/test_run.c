// SPDX-License-Identifier: MIT
/* Whole runs: several nodes, long writes, findings once and minimised. */
#include <CUnit/CUnit.h>
#include <signal.h>
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

static long store_plus(const char *buf, unsigned long count)
{
	return memchr(buf, '+', count) && !memchr(buf, 'z', count) ? 0 : store_fine(buf, count);
}

/* It is the written string that is minimised, not an input that leads there. */
static void test_minimise_written(void)
{
	struct fake_node node = { NULL, NULL, 0, show_fine, store_plus };
	struct fuzz *f = &fuzz_world;
	const struct finding *x;

	run_begin(&node, 1, NULL);
	run_some(f, 2000);
	x = run_find(f, "MV201");
	CU_ASSERT_PTR_NOT_NULL_FATAL(x);
	CU_ASSERT(x->input_len == 1 && x->input[0] == '+');
	CU_ASSERT(x->evidence[0].len == 1 && x->evidence[0].bytes[0] == '+');
}

static long show_on_machine(char *page)
{
	return fake_machine() == 2 ? 0 : show_fine(page);
}

static long show_kills(char *page)
{
	if (fake_machine() == 1)
		raise(SIGKILL);
	return show_on_machine(page);
}

static void test_machines(void)
{
	struct fake_node node = { NULL, NULL, 0, show_on_machine, store_fine };
	struct fuzz *f = &fuzz_world;

	run_begin_on(&node, 1, "off=MV301", 1);
	CU_ASSERT_EQUAL(f->elsewhere, 0);
	run_begin_on(&node, 1, "off=MV301", 3);
	CU_ASSERT_EQUAL(f->elsewhere, 1);
	CU_ASSERT_EQUAL(f->findings.n, 0);
	node.show = show_kills;
	run_begin_on(&node, 1, "off=MV301", 3);
	CU_ASSERT_EQUAL(f->elsewhere, 1);
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

static unsigned compares;

/* The engine's, and what the linker puts before it. */
void __real___sanitizer_cov_trace_cmp8(uint64_t a, uint64_t b);
void __real___sanitizer_cov_trace_cmp8(uint64_t a, uint64_t b)
{
	compares += a != b;
}
void __wrap___sanitizer_cov_trace_cmp8(uint64_t a, uint64_t b);

static long store_compares(const char *buf, unsigned long count)
{
	__wrap___sanitizer_cov_trace_cmp8(count, 0);
	return is_own(buf, count) ? (long)count : REFUSED;
}

/* The engine is told of comparisons with its input, and not of those with what is made of it. */
static void test_compares(void)
{
	struct fake_node node = { NULL, NULL, 0, show_fine, store_compares };
	static const unsigned char input[] = "zebra";
	struct fuzz *f = &fuzz_world;
	unsigned long stores;

	run_begin(&node, 1, NULL);
	compares = 0;
	stores = f->stores;
	bundle_run(f, input, sizeof(input) - 1);
	CU_ASSERT_EQUAL(compares, 1);
	CU_ASSERT(f->stores - stores > 50);
}

int suite_run(void)
{
	static const struct unit_test tests[] = {
		{ "two nodes decide alike", test_nodes },
		{ "long writes arrive in two parts", test_split },
		{ "inputs are minimised", test_minimise },
		{ "what was written is minimised", test_minimise_written },
		{ "other machines are visited, and survived", test_machines },
		{ "a finding is recorded once", test_once },
		{ "the engine learns of its inputs", test_compares },
	};

	return suite_add("runs", tests, sizeof(tests) / sizeof(*tests));
}
