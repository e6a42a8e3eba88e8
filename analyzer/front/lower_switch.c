// SPDX-License-Identifier: MIT
/*
 * switch. Case labels may stand anywhere below it, also in the middle of other
 * statements, so each just starts a block and adds itself to the innermost
 * open switch.
 */
#include <string.h>

#include "front/lower_int.h"

static struct ir_switch *switch_of(struct lower *lo, const struct arms *arms)
{
	struct ir_switch *sw = arena_new_of(lo->unit->arena, struct ir_switch);

	sw->ncases = arms->cases.n;
	sw->cases = arena_array(lo->unit->arena, sw->ncases ? sw->ncases : 1, sizeof(*sw->cases));
	if (sw->ncases)
		memcpy(sw->cases, arms->cases.v, sw->ncases * sizeof(*sw->cases));
	sw->fallback = arms->fallback;
	return sw;
}

static void lower_arms(struct flow *f, CXCursor body, struct arms *arms, uint32_t end)
{
	struct arms *outer_arms = f->arms;
	struct exits saved = f->exits;

	f->arms = arms;
	f->exits.to_break = end;
	f->exits.break_cleanups = f->cleanups;
	f->block = flow_block(f); /* before the first label: nothing reaches it */
	lower_stmt(f, body);
	flow_goto(f, end);
	f->exits = saved;
	f->arms = outer_arms;
}

void lower_switch(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	uint32_t end = flow_block(f), from;
	struct arms arms = { .fallback = end };
	struct value v;
	struct ir_insn insn = { .op = OP_SWITCH };

	if (kids.n < 2 || !clang_isExpression(clang_getCursorKind(kids.v[0]))) {
		flow_note(f, loc_of(f->lo, c), "switch with an error in it");
		v = value_unknown(f, IRT_I32, "switch with an error in it");
	} else {
		v = lower_value(f, kids.v[0]);
	}
	if (v.type == IRT_OTHER || v.ref.kind == REF_NONE)
		v = value_unknown(f, IRT_I32, "switch on a value that is not followed");
	if (flow_is_dead(f))
		f->block = flow_block(f);
	arms.type = v.type;
	from = f->block;
	if (kids.n)
		lower_arms(f, kids.v[kids.n - 1], &arms, end);
	f->block = from;
	insn.type = v.type;
	insn.arg[0] = v.ref;
	insn.sw = switch_of(f->lo, &arms);
	insn.text = kids.n ? text_of(f->lo, kids.v[0]) : NULL;
	emit(f, insn);
	f->block = end;
}

static bool case_value(struct flow *f, CXCursor c, wide *v)
{
	if (!cursor_eval(c, v))
		return false;
	*v = constant_wrap(f->arms->type, *v);
	return true;
}

/* One label; what it labels, which may be the next one. */
static CXCursor lower_one_case(struct flow *f, CXCursor c, uint32_t block)
{
	struct kids kids = cursor_kids(f->scratch, c);
	struct ir_case arm = { .target = block };
	bool is_range = kids.n == 3;

	if (kids.n < 1 || !f->arms)
		return clang_getNullCursor();
	if (!case_value(f, kids.v[0], &arm.low) ||
	    !case_value(f, kids.v[is_range ? 1 : 0], &arm.high))
		flow_note(f, loc_of(f->lo, c), "case label not understood");
	else if (arm.low <= arm.high)
		*vec_push(f->scratch, &f->arms->cases) = arm;
	return kids.v[kids.n - 1];
}

void lower_case(struct flow *f, CXCursor c)
{
	uint32_t block = flow_block(f);

	flow_start(f, block);
	while (clang_getCursorKind(c) == CXCursor_CaseStmt)
		c = lower_one_case(f, c, block);
	if (!clang_Cursor_isNull(c))
		lower_stmt(f, c);
}

void lower_default(struct flow *f, CXCursor c)
{
	uint32_t block = flow_block(f);

	flow_start(f, block);
	if (f->arms)
		f->arms->fallback = block;
	lower_stmt(f, cursor_last(c));
}
