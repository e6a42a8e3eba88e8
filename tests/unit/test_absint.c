// SPDX-License-Identifier: MIT
/*
 * The interpreter on IR text: what a handler's outcomes are, without any C.
 * Each case is the body of a handler and the lines that --dump solve prints.
 */
#include <CUnit/CUnit.h>
#include <string.h>

#include "absint/absint.h"
#include "absint/range.h"
#include "absint/trials.h"
#include "ir/cfg.h"
#include "ir/text.h"
#include "model/load.h"
#include "tests/unit/suites.h"

/* Types and callees that the cases use; the handler comes last. */
#define PRELUDE                                                                                    \
	"unit \"t.c\"\n"                                                                           \
	"type 0 scalar i32\n"                                                                      \
	"type 1 scalar i64\n"                                                                      \
	"type 2 scalar u64\n"                                                                      \
	"type 3 ptr -1\n"                                                                          \
	"global 0 \"\" literal const size 6 bytes \"1.0.2\\0\"\n"                                  \
	"global 1 \"\" literal const size 4 bytes \"%u\\n\\0\"\n"                                  \
	"func 0 \"kstrtoint\" extern ret i32 params 3\n"                                           \
	"func 1 \"sysfs_emit\" extern variadic ret i32 params 2\n"                                 \
	"func 2 \"strlen\" extern ret u64 params 1\n"                                              \
	"func 3 \"strcmp\" extern ret i32 params 2\n"                                              \
	"func 4 \"vendor_check\" extern ret i32 params 1\n"

#define STORE                                                                                      \
	PRELUDE "func 5 \"h\" ret i64 params 4 {\n"                                                \
		"local 0 \"kobj\" param type 3 size 8\n"                                           \
		"local 1 \"dev\" param type 3 size 8\n"                                            \
		"local 2 \"buf\" param type 3 size 8\n"                                            \
		"local 3 \"count\" param type 2 size 8\n"                                          \
		"local 4 \"v\" type 0 size 4\n"                                                    \
		"local 5 \"ret\" type 0 size 4\n"

#define SHOW                                                                                       \
	PRELUDE "func 5 \"h\" ret i64 params 2 {\n"                                                \
		"local 0 \"dev\" param type 3 size 8\n"                                            \
		"local 1 \"buf\" param type 3 size 8\n"                                            \
		"local 2 \"len\" type 1 size 8\n"

struct fixture {
	struct arena *arena;
	struct catalogue catalogue;
	struct attr_kinds kinds;
	struct models models;
};

static void fixture_init(struct fixture *x)
{
	struct load_request r = { .profile = NULL };

	memset(x, 0, sizeof(*x));
	x->arena = arena_new();
	load_everything(x->arena, &r, &x->catalogue, &x->kinds, &x->models);
}

static struct ir_unit *parse(struct fixture *x, const char *text)
{
	struct ir_error err = { 0 };
	struct ir_unit *u = ir_parse_unit(x->arena, map_new(x->arena), text, strlen(text), &err);

	if (!u)
		fprintf(stderr, "%u:%u: %s\n", err.line, err.col, err.message);
	return u;
}

static const char *solve(struct fixture *x, const char *text, bool is_store)
{
	struct ir_unit *u = parse(x, text);
	struct program *p = program_new(x->arena);
	struct handler h = { .name = "h", .has_body = true };
	struct strbuf dump;
	struct absint *ai;

	CU_ASSERT_PTR_NOT_NULL_FATAL(u);
	strbuf_init(&dump, x->arena);
	program_add(p, u);
	program_link(p);
	vec_for_each_ptr(struct ir_func, f, &u->funcs) {
		if (f->is_defined)
			ir_cfg_build(u, f);
		if (!strcmp(f->name, "h"))
			h.func = (size_t)(f - u->funcs.v);
	}
	ai = absint_new(x->arena, p, NULL, &x->models, &x->catalogue.limits, &dump);
	if (is_store)
		absint_store(ai, &h);
	else
		absint_show(ai, &h);
	return dump.s;
}

/* Every line of @want stands in the dump of the handler, and nothing of @not. */
static void expect(const char *text, bool is_store, const char *want, const char * not )
{
	struct fixture x;
	const char *got;

	fixture_init(&x);
	got = solve(&x, text, is_store);
	if (!strstr(got, want) || (not &&strstr(got, not )))
		fprintf(stderr, "\nwanted: %s\nnot: %s\ngot:\n%s", want, not ? not : "", got);
	CU_ASSERT_PTR_NOT_NULL(strstr(got, want));
	CU_ASSERT(!not || !strstr(got, not ));
	arena_drop(x.arena);
}

static void returns_count(void)
{
	expect(STORE "b0:\n %0 = load.u64 $3\n %1 = cast.i64 %0 from u64\n ret %1\n}\n", true,
	       "positive returns 1..4096 minus-count 0..0", "zero");
}

static void idiom_of_int_and_size(void)
{
	/* ret < 0 ? ret : count, through the unsigned conversion C makes */
	expect(STORE "local 6 \"\" type 2 size 8\n"
		     "b0:\n %0 = load.ptr $2\n %1 = call.i32 &0 (%0, 0, $4)\n store.i32 $5 %1\n"
		     " %2 = load.i32 $5\n %3 = lt.i32 %2 0\n br %3 b1 b2 \"ret < 0\"\n"
		     "b1:\n %4 = load.i32 $5\n %5 = cast.u64 %4 from i32\n"
		     " store.u64 $6 %5\n jmp b3\n"
		     "b2:\n %6 = load.u64 $3\n store.u64 $6 %6\n jmp b3\n"
		     "b3:\n %7 = load.u64 $6\n %8 = cast.i64 %7 from u64\n ret %8\n}\n",
	       true, "errno returns -34..-34,-22..-22", "doubt");
}

static void parsed_value_is_tested(void)
{
	expect(STORE "b0:\n %0 = load.ptr $2\n %1 = call.i32 &0 (%0, 0, $4)\n"
		     " %2 = load.i32 $4\n %3 = eq.i32 %2 7\n br %3 b1 b2 \"v == 7\"\n"
		     "b1:\n %4 = load.u64 $3\n %5 = cast.i64 %4 from u64\n ret %5\n"
		     "b2:\n ret -22'EINVAL\n}\n",
	       true, "errno returns -22..-22", NULL);
}

static void stranger_is_doubtful(void)
{
	expect(STORE "b0:\n %0 = load.ptr $2\n %1 = call.i32 &4 (%0)\n %2 = cast.i64 %1 from i32\n"
		     " ret %2\n}\n",
	       true, "doubt \"vendor_check() has neither body nor model\"", NULL);
}

static void strlen_is_less_than_count(void)
{
	expect(STORE "b0:\n %0 = load.ptr $2\n %1 = call.u64 &2 (%0)\n %2 = cast.i64 %1 from u64\n"
		     " ret %2\n}\n",
	       true, "zero returns 0..0", "doubt");
}

static void strlen_equal_to_count(void)
{
	expect(STORE "b0:\n %0 = load.ptr $2\n %1 = call.u64 &2 (%0)\n %2 = load.u64 $3\n"
		     " %3 = ne.u64 %1 %2\n br %3 b1 b2 \"strlen(buf) != count\"\n"
		     "b1:\n ret -22'EINVAL\n"
		     "b2:\n %4 = load.ptr $2\n %5 = call.u64 &2 (%4)\n %6 = cast.i64 %5 from u64\n"
		     " ret %6\n}\n",
	       true, "positive returns 1..4096 minus-count 0..0", "zero");
}

static void emit_returns_written(void)
{
	expect(SHOW "b0:\n %0 = load.ptr $1\n %1 = call.i32 &1 (%0, @1, 12)\n"
		    " %2 = cast.i64 %1 from i32\n ret %2\n}\n",
	       false, "positive returns 3..3 written 3..3 minus-written 0..0", "zero");
}

/* for (len = 0; len < n; len++) buf[len] = 'x'; return len; */
static void loop_keeps_length_and_counter_together(void)
{
	expect(SHOW "local 3 \"n\" type 1 size 8\n"
		    "b0:\n %9 = load.ptr $0\n %10 = load.i64 %9\n store.i64 $3 %10\n"
		    " store.i64 $2 0\n jmp b1\n"
		    "b1:\n %0 = load.i64 $2\n %1 = load.i64 $3\n %2 = lt.i64 %0 %1\n"
		    " br %2 b2 b3 \"len < n\"\n"
		    "b2:\n %3 = load.ptr $1\n %4 = load.i64 $2\n %5 = index.i64 %3 %4 size 1\n"
		    " store.i8 %5 120\n %6 = load.i64 $2\n %7 = add.i64 %6 1\n"
		    " store.i64 $2 %7\n jmp b1\n"
		    "b3:\n %8 = load.i64 $2\n ret %8\n}\n",
	       false, "minus-written 0..0 doubt", "minus-written -");
}

static void ranges_stay_disjoint(void)
{
	struct range a = range_of(-4095, 10), b;

	b = range_without(&a, -530, -512);
	CU_ASSERT_EQUAL(b.n, 2);
	CU_ASSERT(!range_contains(&b, -512));
	CU_ASSERT(range_contains(&b, -511));
	CU_ASSERT(range_subset(&b, &a));
	CU_ASSERT(!range_subset(&a, &b));
	a = range_union(&b, &a);
	CU_ASSERT_EQUAL(a.n, 1);
}

/* A run whose end no outcome tells of: another line, or another number. */
static void runs_contradict_outcomes(void)
{
	struct arena *a = arena_new();
	struct handler_summary store = { 0 };
	struct trials t = { 0 };
	struct trial_result *r = vec_push(a, &t.results);
	struct outcome *o = vec_push(a, &store.outcomes);

	*o = (struct outcome){ .ret = range_of(-22, -19), .loc = { .path = "a.c", .line = 7 } };
	*r = (struct trial_result){ .bytes = "v1\n",
				    .n = 3,
				    .verdict = TRIAL_REFUSED,
				    .returns = true,
				    .ret = -22,
				    .left = o->loc };
	CU_ASSERT_PTR_NULL(trials_contradict(a, &t, &store));
	r->ret = -5;
	CU_ASSERT_STRING_EQUAL(trials_contradict(a, &t, &store), "v1\\n");
	r->verdict = TRIAL_UNKNOWN;
	CU_ASSERT_PTR_NULL(trials_contradict(a, &t, &store));
	r->verdict = TRIAL_REFUSED;
	r->ret = -22;
	r->left.line = 8;
	CU_ASSERT_PTR_NOT_NULL(trials_contradict(a, &t, &store));
	arena_drop(a);
}

int suite_absint(void)
{
	static const struct unit_test tests[] = {
		{ "a count that is returned", returns_count },
		{ "int and size_t in one conditional", idiom_of_int_and_size },
		{ "a parsed value", parsed_value_is_tested },
		{ "an unknown callee", stranger_is_doubtful },
		{ "strlen against count", strlen_is_less_than_count },
		{ "strlen tested to be count", strlen_equal_to_count },
		{ "sysfs_emit", emit_returns_written },
		{ "a loop that appends", loop_keeps_length_and_counter_together },
		{ "ranges", ranges_stay_disjoint },
		{ "runs and outcomes", runs_contradict_outcomes },
	};

	return suite_add("absint", tests, sizeof(tests) / sizeof(*tests));
}
