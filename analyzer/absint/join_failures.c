// SPDX-License-Identifier: MIT
/*
 * Failures where paths meet. A call that may fail and is ignored leaves two
 * states that differ in nothing else, and n of them 2^n. Such states become
 * one that has the failures of both: each of them happened on a path to here,
 * and from here on everything that is possible is possible after each.
 */
#include <string.h>

#include "absint/joiner.h"
#include "absint/reach.h"

static bool is_answered(const struct state *s, const struct failure *f)
{
	return s->bytes_tests > f->tests_before || s->check_successes > f->successes_before;
}

/* What rules will ask of a failure, but for the answer. */
static bool same_look(const struct failure *x, const struct failure *y)
{
	return x->id == y->id && x->is_tested == y->is_tested &&
	       x->is_deliberate == y->is_deliberate && x->is_printed == y->is_printed &&
	       x->is_told == y->is_told && x->is_mixed == y->is_mixed &&
	       x->is_status == y->is_status && x->is_device == y->is_device &&
	       x->is_only_told == y->is_only_told && x->is_passed_on == y->is_passed_on &&
	       x->is_alternative == y->is_alternative && x->is_one_of_many == y->is_one_of_many;
}

static bool same_failure(const struct state *a, const struct failure *x, const struct state *b,
			 const struct failure *y)
{
	return same_look(x, y) &&
	       (a->bytes_tests > x->tests_before) == (b->bytes_tests > y->tests_before) &&
	       (a->check_successes > x->successes_before) ==
		       (b->check_successes > y->successes_before);
}

/* The next failure from @i on that rules will ask about. */
static const struct failure *next_asked(const struct state *s, size_t *i)
{
	while (*i < s->failures.n && s->failures.v[*i].is_passed_on)
		++*i;
	return *i < s->failures.n ? &s->failures.v[(*i)++] : NULL;
}

bool failures_same(const struct state *a, const struct state *b)
{
	const struct failure *x, *y;
	size_t i = 0, k = 0;

	do {
		x = next_asked(a, &i);
		y = next_asked(b, &k);
	} while (x && y && same_failure(a, x, b, y));
	return !x && !y;
}

/* ---- states that differ in nothing but failures ---- */

static bool same_bounds(const struct state *a, const struct state *b)
{
	if (a->bounds.n != b->bounds.n)
		return false;
	for (size_t i = 0; i < a->bounds.n; i++)
		if (a->bounds.v[i].sym != b->bounds.v[i].sym ||
		    !range_equal(a->bounds.v[i].range, b->bounds.v[i].range))
			return false;
	return true;
}

static bool same_loops(const struct state *a, const struct state *b)
{
	if (a->loops.n != b->loops.n)
		return false;
	for (size_t i = 0; i < a->loops.n; i++) {
		const struct loop_count *x = &a->loops.v[i], *y = &b->loops.v[i];

		if (x->depth != y->depth || x->block != y->block || x->rounds != y->rounds ||
		    x->undecided != y->undecided || x->is_counted != y->is_counted)
			return false;
	}
	return true;
}

static bool same_history(const struct state *a, const struct state *b)
{
	return a->doubt == b->doubt && a->only_looped == b->only_looped &&
	       a->failures_doubt == b->failures_doubt && a->bytes_tests == b->bytes_tests &&
	       a->count_tests == b->count_tests && a->bytes_doubt == b->bytes_doubt &&
	       a->undecided == b->undecided && a->interrupted == b->interrupted &&
	       a->input == b->input;
}

static bool same_marks(const struct state *a, const struct state *b)
{
	for (size_t i = 0; i < a->tmps.n; i++)
		if (a->tmps.v[i].value.failure != b->tmps.v[i].value.failure)
			return false;
	return true;
}

static struct failure *find(const struct state *s, uint32_t id)
{
	for (size_t i = 0; i < s->failures.n; i++)
		if (s->failures.v[i].id == id)
			return &s->failures.v[i];
	return NULL;
}

static bool can_unite(const struct state *a, const struct state *b)
{
	for (size_t i = 0; i < a->failures.n; i++) {
		const struct failure *f = find(b, a->failures.v[i].id);

		if (f && !same_look(&a->failures.v[i], f))
			return false;
	}
	return true;
}

/* @f of @from, as @to counts successes: the numbers say whether it has been answered. */
static struct failure recounted(const struct state *to, const struct state *from,
				const struct failure *f)
{
	struct failure g = *f;

	g.tests_before = to->bytes_tests;
	g.successes_before = to->check_successes - is_answered(from, f);
	return g;
}

/* The same where only @from has it: its story is told by that one's steps. */
static struct failure adopted(const struct state *to, const struct state *from,
			      const struct failure *f)
{
	struct failure g = recounted(to, from, f);

	if (!g.steps) {
		g.steps = from->steps;
		g.since = to->steps;
	}
	return g;
}

static void unite(struct engine *e, struct state *a, const struct state *b)
{
	uint32_t successes = 1 + (a->check_successes > b->check_successes ? a->check_successes
									  : b->check_successes);
	struct state *was = state_fork(e->arena, a);

	a->check_successes = successes;
	for (size_t i = 0; i < a->failures.n; i++) {
		const struct failure *f = &was->failures.v[i], *g = find(b, f->id);
		bool of_b = g && is_answered(was, f) && !is_answered(b, g);

		a->failures.v[i] = of_b ? adopted(a, b, g) : recounted(a, was, f);
	}
	for (size_t i = 0; i < b->failures.n; i++)
		if (!find(was, b->failures.v[i].id))
			*vec_push(e->arena, &a->failures) = adopted(a, b, &b->failures.v[i]);
}

bool state_unite(struct engine *e, struct state *a, const struct state *b)
{
	if (!state_same_values(a, b) || !same_marks(a, b) || !same_bounds(a, b) ||
	    !same_loops(a, b) || !same_history(a, b) || !facts_same(&a->facts, &b->facts) ||
	    !can_unite(a, b))
		return false;
	unite(e, a, b);
	reach_join(e, a, b);
	return true;
}
