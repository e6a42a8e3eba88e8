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
