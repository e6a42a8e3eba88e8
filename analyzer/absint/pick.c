// SPDX-License-Identifier: MIT
/*
 * Which pointer of an array did an index pick? Parsers keep the addresses of
 * their results in an array, by key, and what is written through one of them is
 * lost if nobody knows where it went. So there is a state for each, as there is
 * for the cases of a switch.
 */
#include "absint/pick.h"
#include "absint/memory.h"
#include "absint/reach.h"

#define MAX_PICKED 8 /* more than that stay one pointer that leads anywhere */

/* The address base + index * step that a variable address is. */
struct indexed {
	struct aval index;
	wide base, step, lo, hi;
};

static bool indexed_of(struct engine *e, const struct state *s, struct aval a, struct indexed *x)
{
	const struct sym *y = sym_get(&e->syms, a.sym);
	struct range r;

	*x = (struct indexed){ .index.sym = a.sym, .base = a.k, .step = 1 };
	if (y->kind == SYM_LINEAR && y->nterms != 1)
		return false;
	if (y->kind == SYM_LINEAR) {
		x->index.sym = y->term[0].sym;
		x->step = y->term[0].coef;
	}
	r = eval(e, s, x->index);
	if (range_is_empty(&r) || wide_add(range_min(&r), MAX_PICKED) <= range_max(&r))
		return false;
	x->lo = range_min(&r);
	x->hi = range_max(&r);
	return true;
}

/* The pointer in the @i-th place, if that is what lies there. */
static bool pointer_at(const struct contents *c, const struct indexed *x, wide i, struct aval *v)
{
	wide at = wide_add(x->base, wide_mul(i, x->step));

	for (size_t k = 0; k < c->n; k++) {
		*v = c->cells[k].value;
		if (c->cells[k].offset == at && c->cells[k].type == IRT_PTR)
			return v->region != 0;
	}
	return false;
}

/* Whether an address lies in every place in reach. */
static bool all_pointers(const struct contents *c, const struct indexed *x)
{
	struct aval v;

	for (wide i = x->lo; i <= x->hi; i++)
		if (!pointer_at(c, x, i, &v))
			return false;
	return true;
}

bool pick_pointer(struct engine *e, struct activation *act, const struct pending *p,
		  const struct ir_insn *in)
{
	struct aval a = address_of(e, p->s, operand(e, p->s, in->arg[0])), v;
	const struct contents *c = state_contents(p->s, a.region);
	struct indexed x;

	if (in->type != IRT_PTR || !a.sym || !c || !indexed_of(e, p->s, a, &x) ||
	    !all_pointers(c, &x))
		return false;
	for (wide i = x.lo; i <= x.hi; i++) {
		struct state *s = state_fork(e->arena, p->s);
		struct range one = range_single(i);

		if (!assume_in(e, s, x.index, &one) || !pointer_at(c, &x, i, &v))
			continue;
		if (x.hi > x.lo) { /* as a switch that nothing decides */
			reach_part(e, s, x.index);
			s->undecided++;
		}
		state_set_tmp(e->arena, s, in->dst, v);
		state_add_step(e->arena, s, in->loc,
			       arena_printf(e->out, "taking element %lld of '%s'",
					    (long long)((x.base + i * x.step) /
							(wide)ir_type_bytes(IRT_PTR)),
					    region_get(e, a.region)->name));
		resume(e, act, p, s);
	}
	return true;
}
