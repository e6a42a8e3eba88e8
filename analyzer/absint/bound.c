// SPDX-License-Identifier: MIT
/*
 * Relations between the result of an operator and its operands. Intervals
 * alone don't know that "i % n" is less than n when n varies, which is what
 * keeps an index inside a buffer of n bytes.
 */
#include "absint/engine.h"

static bool is_at_least(struct engine *e, const struct state *s, struct aval v, wide least)
{
	struct range r = eval(e, s, v);

	return !v.region && !range_is_empty(&r) && range_min(&r) >= least;
}

void bound_result(struct engine *e, struct state *s, enum ir_op op, struct aval v, struct aval a,
		  struct aval b)
{
	if (!is_at_least(e, s, a, 0) || !is_at_least(e, s, b, 0))
		return;
	switch (op) {
	case OP_REM:
		if (!is_at_least(e, s, b, 1))
			return;
		assume_at_most(e, s, v, a, 0);
		assume_at_most(e, s, v, b, -1);
		return;
	case OP_AND:
		assume_at_most(e, s, v, a, 0);
		assume_at_most(e, s, v, b, 0);
		return;
	case OP_DIV:
	case OP_SHR:
		assume_at_most(e, s, v, a, 0);
		return;
	default:
		return;
	}
}

/* ---- relations carried on ---- */

#define ROUNDS 3 /* the longest chain: position <= strlen <= count */

/* Where @bound and the other terms leave term @i of @sum; @at: the terms' ranges. */
static struct range rest_of(const struct sym *sum, size_t i, const struct range *at,
			    struct range bound)
{
	for (size_t k = 0; k < sum->nterms; k++) {
		struct range r = range_scale(&at[k], -sum->term[k].coef);

		if (k != i)
			bound = range_add(&bound, &r);
	}
	return range_scale(&bound, sum->term[i].coef);
}

/* @moved is set if a term was narrowed. */
static bool settle_sum(struct engine *e, struct state *s, uint32_t sum, struct range bound,
		       bool *moved)
{
	size_t n = sym_get(&e->syms, sum)->nterms;
	struct range at[SYM_TERMS];

	for (size_t i = 0; i < n; i++)
		at[i] = eval(e, s, (struct aval){ .sym = sym_get(&e->syms, sum)->term[i].sym });
	for (size_t i = 0; i < n; i++) {
		struct term t = sym_get(&e->syms, sum)->term[i];
		struct aval v = { .sym = t.sym };
		struct range rest;

		if (t.coef != 1 && t.coef != -1)
			continue;
		rest = rest_of(sym_get(&e->syms, sum), i, at, bound);
		if (range_subset(&at[i], &rest))
			continue;
		if (!assume_in(e, s, v, &rest))
			return false;
		at[i] = eval(e, s, v);
		*moved = true;
	}
	return true;
}

bool bound_settle(struct engine *e, struct state *s)
{
	bool moved = true;

	for (int round = 0; round < ROUNDS && moved; round++) {
		moved = false;
		for (size_t i = 0; i < s->bounds.n; i++) {
			struct bound b = s->bounds.v[i];

			if (sym_get(&e->syms, b.sym)->kind == SYM_LINEAR &&
			    !settle_sum(e, s, b.sym, *b.range, &moved))
				return false;
		}
	}
	return true;
}

/* ---- relations that tell less than they might ---- */

#define MAX_PARTS_DEPTH 6

/* A relation between more numbers than a sum has room for narrows none of them. */
static void loosen_parts(struct engine *e, struct state *s, uint32_t sym)
{
	const struct sum *parts = sym_get(&e->syms, sym)->parts;

	for (size_t i = 0; parts && i < parts->n; i++)
		state_loosen(e->arena, s, parts->term[i].sym, sym_get(&e->syms, sym)->doubt);
}

/* Whether more is said of @sym than is known: it comes out of a loop, or is a sum of many. */
static bool is_loose(const struct engine *e, uint32_t sym, int depth)
{
	const struct sym *y = sym_get(&e->syms, sym);

	if (depth >= MAX_PARTS_DEPTH || y->kind != SYM_EXPR)
		return y->is_widened || y->parts;
	return (y->a.sym && is_loose(e, y->a.sym, depth + 1)) ||
	       (y->b.sym && is_loose(e, y->b.sym, depth + 1));
}

/* "a <= b" lets a be no greater than b really gets: less than is known of it after a loop. */
static void loosen_below(struct engine *e, struct state *s, enum ir_op op, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);
	const char *above = NULL, *below = NULL;

	if (y->kind != SYM_LINEAR || op == OP_NE)
		return;
	for (size_t i = 0; i < y->nterms; i++) {
		uint32_t part = y->term[i].sym;

		if (is_loose(e, part, 0))
			*(y->term[i].coef < 0 ? &above : &below) = sym_get(&e->syms, part)->doubt;
	}
	for (size_t i = 0; i < y->nterms; i++) {
		const char *doubt = y->term[i].coef > 0 ? above : op == OP_EQ ? below : NULL;

		if (doubt)
			state_loosen(e->arena, s, y->term[i].sym, doubt);
	}
}

void bound_loosen(struct engine *e, struct state *s, enum ir_op op, uint32_t sym)
{
	loosen_parts(e, s, sym);
	loosen_below(e, s, op, sym);
}
