// SPDX-License-Identifier: MIT
/*
 * Whether it is certain that the driver gets where a state is.
 *
 * Where ways meet it is if it was on one of them: "return 0" behind a loop that
 * ends at once if a list is empty is reached, whatever rounds were guessed of.
 * A test parts the ways again: which of them takes its one side is not known,
 * unless it asks for numbers that none of them knew.
 */
#include "absint/reach.h"

#define MAX_DEPTH 8

void reach_join(const struct engine *e, struct state *a, const struct state *b)
{
	if (!b->reach_doubt)
		a->reach_doubt = NULL;
	a->joined_at = (uint32_t)e->syms.syms.n;
}

/* Whether @v is made of numbers only that have come up since ways met in @s. */
static bool is_news(const struct engine *e, const struct state *s, struct aval v, int depth)
{
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;

	if (!y || v.region || depth > MAX_DEPTH)
		return !y && !v.region;
	if (y->kind == SYM_EXPR)
		return is_news(e, s, y->a, depth + 1) && is_news(e, s, y->b, depth + 1);
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (y->term[i].sym < s->joined_at)
			return false;
	return y->kind == SYM_LINEAR || v.sym >= s->joined_at;
}

void reach_part(const struct engine *e, struct state *s, struct aval tested)
{
	if (!s->reach_doubt && s->doubt &&
	    (value_deps(&e->syms, tested) & DEP_BYTES || !is_news(e, s, tested, 0)))
		s->reach_doubt = s->doubt;
}

void reach_test(const struct engine *e, struct state *s, struct aval v)
{
	unsigned int deps = value_deps(&e->syms, v);
	const char *doubt = value_doubt(&e->syms, v);
	struct failure *f = state_failure(s, v);

	reach_part(e, s, v);
	s->undecided++;
	if (deps & DEP_COUNT)
		s->count_tests++;
	if (!(deps & DEP_BYTES))
		return;
	if (doubt)
		s->bytes_doubt = doubt;
	else
		s->bytes_tests++;
	if (f && !doubt)
		f->tests_before++; /* to ask how it failed is no other test of the bytes */
}

/* In which state a machine is says how it came there, but not after a loop was widened. */
void reach_case(const struct engine *e, struct state *s, struct aval v)
{
	if (v.sym && sym_get(&e->syms, v.sym)->is_widened)
		s->picked = value_doubt(&e->syms, v);
}

void reach_side(const struct engine *e, struct state *s, struct aval cond, bool side)
{
	const struct sym *y = cond.sym ? sym_get(&e->syms, cond.sym) : NULL;

	if (y && y->kind == SYM_EXPR && y->op == (side ? OP_EQ : OP_NE)) {
		reach_case(e, s, y->a);
		reach_case(e, s, y->b);
	}
}
