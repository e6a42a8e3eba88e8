// SPDX-License-Identifier: MIT
/*
 * The greatest number that a test of the driver's own lets pass: whoever wrote
 * "n > N" expects N. What comes in steps may leave it out.
 *
 * A loop that adds to a length and tests it has such a limit for the length of
 * any round, though what it became is a number of its own by then.
 */
#include "absint/memory.h"

#define MAX_JOINED 16 /* times that paths met, looked back at */

static bool is_tested_most(const struct engine *e, const struct state *s, struct aval v,
			   const struct range *r)
{
	const struct bound *b = state_known(s, v.sym);
	const struct sym *y = sym_get(&e->syms, v.sym);
	wide most = b ? range_max(b->range) : 0;

	if (!b || most + v.k != range_max(r) || !(b->tested & TESTED_MOST))
		return false;
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (most % y->term[i].coef)
			return false;
	return true;
}

/* What is known of @v in any state: loops are noted late, when paths have met already. */
static bool is_noted(const struct engine *e, struct aval v, wide most)
{
	const struct sym *y = sym_get(&e->syms, v.sym);

	for (int i = 0; v.sym && i < MAX_JOINED && range_max(&y->base) + v.k == most; i++) {
		if (y->is_let_pass)
			return !y->is_strided;
		wide k = v.k;

		v = y->greatest;
		v.k += k;
		y = sym_get(&e->syms, v.sym);
	}
	return false;
}

bool let_pass(const struct engine *e, const struct state *s, struct aval v, const struct range *r)
{
	if (!v.sym || v.region || range_is_empty(r))
		return false;
	return is_tested_most(e, s, v, r) || is_noted(e, v, range_max(r));
}

void let_pass_join(struct engine *e, const struct state *s, struct aval v, struct aval joined)
{
	struct range r = eval(e, s, v);
	struct sym *y = sym_get(&e->syms, joined.sym);

	if (!v.sym || range_is_empty(&r) || range_max(&r) != range_max(&y->base))
		return;
	y->greatest = v;
	y->is_let_pass |= is_tested_most(e, s, v, &r);
}

/* @old: what a widened loop has there; @v: what the round that it covers came back with. */
static void note_number(struct engine *e, const struct state *s, struct aval old, struct aval v)
{
	struct sym *y = old.sym && !old.region ? sym_get(&e->syms, old.sym) : NULL;
	struct range r;

	if (!y || y->kind != SYM_ATOM || !y->is_widened || value_same(old, v) || v.region || !v.sym)
		return;
	r = eval(e, s, v);
	y = sym_get(&e->syms, old.sym);
	if (!range_is_empty(&r) && range_max(&r) == range_max(&y->base) + old.k)
		y->is_let_pass |= let_pass(e, s, v, &r);
}

void let_pass_note(struct engine *e, const struct state *widened, const struct state *s)
{
	for (size_t i = 0; i < widened->mem.n; i++) {
		const struct contents *old = widened->mem.v[i].contents;
		const struct contents *new = state_contents(s, widened->mem.v[i].region);

		for (size_t k = 0, n = 0; new &&k < old->n; k++) {
			while (n < new->n &&new->cells[n].offset < old->cells[k].offset)
				n++;
			if (n < new->n &&new->cells[n].offset ==
			    old->cells[k].offset &&new->cells[n].type == old->cells[k].type)
				note_number(e, s, old->cells[k].value, new->cells[n].value);
		}
	}
}
