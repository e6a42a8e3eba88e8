// SPDX-License-Identifier: MIT
#include "absint/seen.h"
#include "absint/shape.h"
#include "ir/cfg.h"

void note_seen_failure(struct state *s, const struct ir_insn *in, struct aval v, struct look how)
{
	struct failure *f = state_failure(s, v);

	if (!f)
		return;
	f->is_tested = true;
	f->tested = in->loc;
	f->is_told |= !how.alike;
	f->is_only_told |= how.rejoins;
	f->ends_loop |= how.leaves;
	f->is_deliberate |= how.singled || (f->is_status && !how.alike);
}

static bool leaves_loop(const struct engine *e, uint32_t from, uint32_t to)
{
	bool *const *loop = e->frame->shape->loop;

	for (size_t head = 0; head < e->frame->id.func->blocks.n; head++)
		if (loop[head] && loop[head][from] && !loop[head][to])
			return true;
	return false;
}

struct look look_of_branch(struct engine *e, uint32_t b, const struct ir_insn *in, struct aval cond,
			   bool side, bool singled)
{
	return (struct look){ .singled = singled,
			      .alike = cond.flags & (side ? VF_ELSE_TRUE : VF_ELSE_FALSE),
			      .rejoins = cond.failure &&
					 ir_reaches(e->frame->id.func, in->target[!side],
						    in->target[side], b, e->arena),
			      .leaves = cond.failure && leaves_loop(e, b, in->target[!side]) };
}

bool is_singled_out(const struct engine *e, struct aval cond, bool side)
{
	const struct sym *y = cond.sym ? sym_get(&e->syms, cond.sym) : NULL;

	if (!y || y->kind != SYM_EXPR || y->op != (side ? OP_EQ : OP_NE))
		return false;
	return (value_is_const(y->b) && y->b.k) || (value_is_const(y->a) && y->a.k);
}
