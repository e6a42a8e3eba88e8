// SPDX-License-Identifier: MIT
/* What becomes of the facts of paths that meet. */
#include <CUnit/CUnit.h>
#include <string.h>

#include "absint/fact.h"
#include "base/arena.h"
#include "base/strbuf.h"
#include "tests/unit/suites.h"

struct fixture {
	struct arena *arena;
	fact_list a, b;
};

static void fixture_init(struct fixture *x)
{
	memset(x, 0, sizeof(*x));
	x->arena = arena_new();
}

static struct fact at(enum fact_kind kind, uint64_t key, uint32_t line)
{
	return (struct fact){ .kind = kind,
			      .key = key,
			      .value = 1,
			      .loc = { .path = "t.c", .line = line, .col = 1 } };
}

static void add(struct fixture *x, fact_list *l, enum fact_kind kind, uint64_t key)
{
	struct fact f = at(kind, key, (uint32_t)key);

	fact_set(x->arena, l, &f);
}

/* @want: what --dump solve would print of the first list. */
static void expect(struct fixture *x, const char *want)
{
	struct strbuf out;

	strbuf_init(&out, x->arena);
	facts_dump(&out, &x->a);
	CU_ASSERT_STRING_EQUAL(out.s, want);
	arena_drop(x->arena);
}

static void is_sorted_and_single(void)
{
	struct fixture x;

	fixture_init(&x);
	add(&x, &x.a, FACT_OBJECT, 2);
	add(&x, &x.a, FACT_LOCK, 9);
	add(&x, &x.a, FACT_OBJECT, 1);
	add(&x, &x.a, FACT_LOCK, 9);
	CU_ASSERT_PTR_NOT_NULL(fact_find(&x.a, FACT_OBJECT, 2));
	CU_ASSERT_PTR_NULL(fact_find(&x.a, FACT_OBJECT, 9));
	CU_ASSERT_EQUAL(fact_any(&x.a, FACT_OBJECT)->key, 1);
	CU_ASSERT_PTR_NULL(fact_any(&x.a, FACT_CHANGED));
	expect(&x, " lock 1 at 9:1 object 1 at 1:1 object 1 at 2:1");
}

static void drops(void)
{
	struct fixture x;

	fixture_init(&x);
	add(&x, &x.a, FACT_LOCK, 1);
	add(&x, &x.a, FACT_LOCK, 2);
	fact_drop(&x.a, FACT_LOCK, 1);
	fact_drop(&x.a, FACT_OBJECT, 2);
	expect(&x, " lock 1 at 2:1");
}

static void counts_to_nothing(void)
{
	struct fact up = at(FACT_REFERENCE, 0, 3), down = up;
	struct fixture x;

	fixture_init(&x);
	down.value = -1;
	CU_ASSERT_EQUAL(fact_count(x.arena, &x.a, &up), 1);
	CU_ASSERT_EQUAL(fact_count(x.arena, &x.a, &up), 2);
	CU_ASSERT_EQUAL(fact_count(x.arena, &x.a, &down), 1);
	CU_ASSERT_EQUAL(fact_count(x.arena, &x.a, &down), 0);
	CU_ASSERT_EQUAL(fact_count(x.arena, &x.a, &down), -1);
	expect(&x, " reference -1 at 3:1");
}

static void split_kinds_keep_paths_apart(void)
{
	struct fixture x;

	fixture_init(&x);
	CU_ASSERT(facts_mergeable(&x.a, &x.b));
	add(&x, &x.a, FACT_LOCK, 1);
	CU_ASSERT(!facts_mergeable(&x.a, &x.b));
	add(&x, &x.b, FACT_LOCK, 1);
	add(&x, &x.b, FACT_CHANGED, 1);
	CU_ASSERT(facts_mergeable(&x.a, &x.b));
	x.b.v[0].value = 2;
	CU_ASSERT(!facts_mergeable(&x.a, &x.b));
	arena_drop(x.arena);
}

static void forced_merge_doubts_split_facts(void)
{
	struct fixture x;

	fixture_init(&x);
	add(&x, &x.a, FACT_LOCK, 1);
	add(&x, &x.b, FACT_LOCK, 1);
	add(&x, &x.b, FACT_LOCK, 2);
	facts_join(x.arena, &x.a, &x.b, "merged");
	expect(&x, " lock 1 at 1:1 lock 1 at 2:1 maybe");
}

static void union_keeps_what_either_has(void)
{
	struct fixture x;

	fixture_init(&x);
	add(&x, &x.a, FACT_CHANGED, 1);
	add(&x, &x.b, FACT_CHANGED, 2);
	facts_join(x.arena, &x.a, &x.b, NULL);
	expect(&x, " changed 1 at 1:1 changed 1 at 2:1");
}

static void union_of_a_forced_merge_doubts(void)
{
	struct fixture x;

	fixture_init(&x);
	add(&x, &x.b, FACT_CHANGED, 2);
	facts_join(x.arena, &x.a, &x.b, "merged");
	expect(&x, " changed 1 at 2:1 maybe");
}

/* A loop that takes another object each round settles. */
static void doubtful_place_covers_others(void)
{
	struct fixture x;
	struct fact f = at(FACT_OBJECT, 1, 7);

	fixture_init(&x);
	fact_set(x.arena, &x.b, &f);
	CU_ASSERT(!facts_cover(&x.a, &x.b));
	facts_join(x.arena, &x.a, &x.b, "a loop");
	CU_ASSERT(facts_cover(&x.a, &x.b));
	f.key = 2;
	fact_set(x.arena, &x.b, &f);
	CU_ASSERT(facts_cover(&x.a, &x.b));
	facts_join(x.arena, &x.a, &x.b, "a loop");
	expect(&x, " object 1 at 7:1 maybe");
}

static void covering(void)
{
	struct fixture x;

	fixture_init(&x);
	add(&x, &x.a, FACT_LOCK, 1);
	CU_ASSERT(!facts_cover(&x.a, &x.b));
	add(&x, &x.b, FACT_LOCK, 1);
	CU_ASSERT(facts_cover(&x.a, &x.b));
	add(&x, &x.b, FACT_CHANGED, 1);
	CU_ASSERT(!facts_cover(&x.a, &x.b));
	add(&x, &x.a, FACT_CHANGED, 1);
	CU_ASSERT(facts_cover(&x.a, &x.b));
	arena_drop(x.arena);
}

int suite_fact(void)
{
	static const struct unit_test tests[] = {
		{ "a list is sorted, one fact a kind and key", is_sorted_and_single },
		{ "drop", drops },
		{ "count", counts_to_nothing },
		{ "split kinds keep paths apart", split_kinds_keep_paths_apart },
		{ "a forced merge doubts split facts", forced_merge_doubts_split_facts },
		{ "a union keeps what either has", union_keeps_what_either_has },
		{ "a forced merge doubts a union", union_of_a_forced_merge_doubts },
		{ "a doubtful place covers others", doubtful_place_covers_others },
		{ "covering", covering },
	};

	return suite_add("fact", tests, sizeof(tests) / sizeof(*tests));
}
