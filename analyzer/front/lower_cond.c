// SPDX-License-Identifier: MIT
/*
 * What decides: conditions, &&, ||, ?: and their values. A condition becomes
 * control flow, one branch for each operand; a value of && or ?: goes through
 * a local of the lowering's own.
 *
 * A constant operand is a switch of the configuration (IS_ENABLED(...)) if the
 * driver wrote the construct, and dead wood if a kernel macro did
 * (__builtin_constant_p(x) ? ... : ...): the first keeps both sides.
 */
#include <string.h>

#include "front/lower_int.h"

static unsigned int begin_offset(struct lower *lo, CXCursor c)
{
	unsigned int offset;

	source_at(lo, clang_getRangeStart(clang_getCursorExtent(c)), &offset);
	return offset;
}

static unsigned int end_offset(struct lower *lo, CXCursor c)
{
	unsigned int offset;

	source_at(lo, clang_getRangeEnd(clang_getCursorExtent(c)), &offset);
	return offset;
}

/* Whether the operator between @left and @right was written by a macro of others. */
static bool is_foreign_operator(struct lower *lo, CXCursor c, CXCursor left, CXCursor right)
{
	return is_in_foreign_macro(lo, c) && begin_offset(lo, right) < end_offset(lo, left);
}

static bool is_named_call(CXCursor c, const char *prefix)
{
	CXString s;
	bool is;

	if (clang_getCursorKind(c) != CXCursor_CallExpr)
		return false;
	s = clang_getCursorSpelling(c);
	is = clang_getCString(s) && strncmp(clang_getCString(s), prefix, strlen(prefix)) == 0;
	clang_disposeString(s);
	return is;
}

/* Casts that keep zero zero and the rest not zero. */
static bool is_truth_kept(CXCursor from, CXCursor to)
{
	enum ir_type a = ir_type_of(type_of(from)), b = ir_type_of(type_of(to));

	return a != IRT_OTHER && b != IRT_OTHER && b != IRT_VOID &&
	       (b == IRT_BOOL || ir_type_bits(b) >= ir_type_bits(a)) &&
	       !type_is_array(type_of(from)) && !type_is_func(type_of(from));
}

/* @c without what doesn't change whether it is zero. */
static CXCursor truth_of(CXCursor c)
{
	for (;;) {
		CXCursor inner = clang_getNullCursor();

		c = cursor_peel(c);
		if (is_named_call(c, "__builtin_expect"))
			inner = clang_Cursor_getArgument(c, 0);
		else if (cursor_is_implicit(c))
			inner = cursor_first(c);
		if (clang_Cursor_isNull(inner) || !clang_isExpression(clang_getCursorKind(inner)) ||
		    !is_truth_kept(inner, c))
			return c;
		if (is_place_kind(inner)) /* the load is this cast */
			return c;
		c = inner;
	}
}

static void branch_leaf(struct flow *f, CXCursor c, uint32_t yes, uint32_t no, bool is_foreign)
{
	struct value v = lower_value(f, c);
	struct loc saved = f->loc, here = loc_of(f->lo, c);
	bool is_const;
	wide k = 0;

	if (here.path)
		f->loc = here;
	is_const = value_is_const(f, v, &k);
	if (v.ref.kind == REF_NONE)
		v = value_unknown(f, IRT_I32, "condition without a value");
	if (is_const && is_foreign)
		flow_goto(f, k ? yes : no);
	else
		emit_branch(f, v, yes, no, text_of(f->lo, c), is_const);
	f->loc = saved;
}

static void cond_binary(struct flow *f, CXCursor c, uint32_t yes, uint32_t no, bool is_foreign)
{
	enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(c);
	struct kids kids = cursor_kids(f->scratch, c);
	uint32_t rest;

	if (kids.n == 2 && op == CXBinaryOperator_Comma) {
		lower_effect(f, kids.v[0]);
		lower_cond(f, kids.v[1], yes, no, is_foreign);
		return;
	}
	if (kids.n != 2 || (op != CXBinaryOperator_LAnd && op != CXBinaryOperator_LOr)) {
		branch_leaf(f, c, yes, no, is_foreign);
		return;
	}
	is_foreign = is_foreign || is_foreign_operator(f->lo, c, kids.v[0], kids.v[1]);
	rest = flow_block(f);
	if (op == CXBinaryOperator_LAnd)
		lower_cond(f, kids.v[0], rest, no, is_foreign);
	else
		lower_cond(f, kids.v[0], yes, rest, is_foreign);
	f->block = rest;
	lower_cond(f, kids.v[1], yes, no, is_foreign);
}

static bool is_not(CXCursor c)
{
	return clang_getCursorKind(c) == CXCursor_UnaryOperator &&
	       clang_getCursorUnaryOperatorKind(c) == CXUnaryOperator_LNot;
}

void lower_cond(struct flow *f, CXCursor c, uint32_t yes, uint32_t no, bool is_foreign)
{
	f->depth++;
	c = truth_of(c);
	while (is_not(c)) {
		uint32_t swap = yes;

		yes = no;
		no = swap;
		c = truth_of(cursor_first(c));
	}
	if (clang_getCursorKind(c) == CXCursor_BinaryOperator && f->depth < LOWER_DEPTH_MAX)
		cond_binary(f, c, yes, no, is_foreign);
	else
		branch_leaf(f, c, yes, no, is_foreign);
	f->depth--;
}

/* ---- values ---- */

struct value lower_logical(struct flow *f, CXCursor c)
{
	enum ir_type t = ir_type_of(type_of(c));
	uint32_t yes, no, end, temp;
	struct ir_ref addr;
	wide k;

	if (cursor_pure_const(c, &k))
		return value_const(f, t, k, NULL);
	yes = flow_block(f);
	no = flow_block(f);
	end = flow_block(f);
	temp = flow_temp_scalar(f, t);
	addr = ir_ref(REF_LOCAL, temp);
	lower_cond(f, c, yes, no, false);
	f->block = yes;
	emit_store(f, addr, value_const(f, t, 1, NULL), 0);
	flow_goto(f, end);
	f->block = no;
	emit_store(f, addr, value_const(f, t, 0, NULL), 0);
	flow_start(f, end);
	return emit_load(f, addr, t, 0);
}

/* The live arm of a ?: that a macro of others decides by a constant; null if there is none. */
static CXCursor decided_arm(struct flow *f, CXCursor c, struct kids kids)
{
	CXCursor arm = clang_getNullCursor();
	wide k;

	if (cursor_pure_const(kids.v[0], &k) && is_foreign_operator(f->lo, c, kids.v[0], kids.v[1]))
		arm = kids.v[k ? 1 : 2];
	return arm;
}

static void store_arm(struct flow *f, uint32_t block, CXCursor arm, struct ir_ref addr,
		      enum ir_type t)
{
	struct value v;

	f->block = block;
	v = lower_value_as(f, arm, t);
	if (v.ref.kind != REF_NONE)
		emit_store(f, addr, v, 16);
}

static struct value ternary_arms(struct flow *f, struct kids kids, enum ir_type t, bool is_foreign)
{
	uint32_t yes = flow_block(f), no = flow_block(f), end = flow_block(f);
	struct ir_ref addr = ir_ref(REF_LOCAL, flow_temp_scalar(f, t));

	lower_cond(f, kids.v[0], yes, no, is_foreign);
	store_arm(f, yes, kids.v[1], addr, t);
	flow_goto(f, end);
	store_arm(f, no, kids.v[2], addr, t);
	flow_start(f, end);
	return emit_load(f, addr, t, 16);
}

struct value lower_ternary(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	enum ir_type t = ir_type_of(type_of(c));
	CXCursor arm;

	if (kids.n != 3)
		return value_unknown(f, t, "conditional not understood");
	if (t == IRT_VOID) {
		lower_effect(f, c);
		return (struct value){ no_ref, IRT_VOID };
	}
	arm = decided_arm(f, c, kids);
	if (!clang_Cursor_isNull(arm))
		return lower_value_as(f, arm, t);
	return ternary_arms(f, kids, t, is_foreign_operator(f->lo, c, kids.v[0], kids.v[1]));
}

/* a ?: b, whose first operand is computed once. */
struct value lower_elvis(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	enum ir_type t = ir_type_of(type_of(c));
	uint32_t yes = flow_block(f), no = flow_block(f), end = flow_block(f);
	struct ir_ref addr = ir_ref(REF_LOCAL, flow_temp_scalar(f, t));
	struct value v = lower_value(f, kids.v[0]);
	wide k;

	emit_branch(f, v, yes, no, text_of(f->lo, kids.v[0]), value_is_const(f, v, &k));
	f->block = yes;
	emit_store(f, addr, emit_cast(f, v, t), 16);
	flow_goto(f, end);
	store_arm(f, no, kids.v[3], addr, t);
	flow_start(f, end);
	return emit_load(f, addr, t, 16);
}
