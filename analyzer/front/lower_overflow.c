// SPDX-License-Identifier: MIT
/*
 * __builtin_{add,sub,mul}_overflow(a, b, &r): the exact result, cut to r's
 * type, and whether it was cut. Operands of up to 32 bits are computed in 64;
 * three equal 64-bit types have the well-known tests; other mixtures are
 * OP_UNKNOWN.
 */
#include "front/lower_int.h"

struct overflow {
	enum ir_op op;
	enum ir_type t; /* of the result */
	struct value a, b;
	struct ir_ref to;
	struct ir_ref flag; /* local, I32 */
};

static void set_flag(struct flow *f, const struct overflow *o, struct value v)
{
	emit_store(f, o->flag, emit_cast(f, v, IRT_I32), 0);
}

/* 32 bits or less: 64 hold the exact result; of two unsigned factors, 64 unsigned. */
static void narrow(struct flow *f, const struct overflow *o)
{
	bool is_product =
		o->op == OP_MUL && !ir_type_signed(o->a.type) && !ir_type_signed(o->b.type);
	enum ir_type t = is_product ? IRT_U64 : IRT_I64;
	struct value exact, cut;

	exact = emit_binary(f, o->op, t, o->a, o->b);
	cut = emit_cast(f, exact, o->t);
	emit_store(f, o->to, cut, 0);
	set_flag(f, o, emit_compare(f, OP_NE, emit_cast(f, cut, t), exact));
}

/* A limit that @a must not pass, on the side that the sign of @b decides. */
static void signed_side(struct flow *f, const struct overflow *o, uint32_t block, bool is_low)
{
	enum ir_op inverse = o->op == OP_ADD ? OP_SUB : OP_ADD;
	wide limit = is_low ? ir_type_min(o->t) : ir_type_max(o->t);
	struct value edge;

	f->block = block;
	edge = emit_binary(f, inverse, o->t, value_const(f, o->t, limit, NULL), o->b);
	set_flag(f, o, emit_compare(f, is_low ? OP_LT : OP_GT, o->a, edge));
}

static void signed_sum(struct flow *f, const struct overflow *o)
{
	uint32_t low = flow_block(f), high = flow_block(f), end = flow_block(f);
	struct value is_negative;

	is_negative = emit_compare(f, OP_LT, o->b, value_const(f, o->t, 0, NULL));
	if (o->op == OP_ADD)
		emit_branch(f, is_negative, low, high, NULL, false);
	else
		emit_branch(f, is_negative, high, low, NULL, false);
	signed_side(f, o, low, true);
	flow_goto(f, end);
	signed_side(f, o, high, false);
	flow_start(f, end);
}

static void unsigned_product(struct flow *f, const struct overflow *o)
{
	uint32_t test = flow_block(f), end = flow_block(f);
	struct value max = value_const(f, o->t, ir_type_max(o->t), NULL), most;

	set_flag(f, o, value_const(f, IRT_I32, 0, NULL));
	emit_branch(f, o->a, test, end, NULL, false);
	f->block = test;
	most = emit_binary(f, OP_DIV, o->t, max, o->a);
	set_flag(f, o, emit_compare(f, OP_GT, o->b, most));
	flow_start(f, end);
}

static void wide_flag(struct flow *f, const struct overflow *o, struct value sum)
{
	if (ir_type_signed(o->t))
		signed_sum(f, o);
	else if (o->op == OP_MUL)
		unsigned_product(f, o);
	else
		set_flag(f, o,
			 emit_compare(f, OP_LT, o->op == OP_ADD ? sum : o->a,
				      o->op == OP_ADD ? o->a : o->b));
}

/* The sum wraps in the unsigned type, so that no overflow is seen in it. */
static void equal_types(struct flow *f, struct overflow *o)
{
	struct value sum;

	o->a = emit_cast(f, o->a, o->t);
	o->b = emit_cast(f, o->b, o->t);
	sum = emit_binary(f, o->op, IRT_U64, o->a, o->b);
	sum = emit_cast(f, sum, o->t);
	wide_flag(f, o, sum);
	emit_store(f, o->to, sum, 0);
}

static void unknown(struct flow *f, const struct overflow *o)
{
	const char *why = "overflow check of mixed 64-bit types";

	emit_store(f, o->to, value_unknown(f, o->t, why), 0);
	set_flag(f, o, value_unknown(f, IRT_BOOL, why));
}

/* Whether every value of @v is one of type @t. */
static bool fits(struct flow *f, struct value v, enum ir_type t)
{
	wide k;

	if (value_is_const(f, v, &k))
		return k >= ir_type_min(t) && k <= ir_type_max(t);
	return ir_type_min(v.type) >= ir_type_min(t) && ir_type_max(v.type) <= ir_type_max(t);
}

struct value lower_overflow(struct flow *f, CXCursor c, enum ir_op op)
{
	CXCursor to = clang_Cursor_getArgument(c, 2);
	struct overflow o = { .op = op };

	o.t = ir_type_of(type_pointee(type_of(to)));
	o.a = lower_value(f, clang_Cursor_getArgument(c, 0));
	o.b = lower_value(f, clang_Cursor_getArgument(c, 1));
	o.to = lower_address(f, to);
	o.flag = ir_ref(REF_LOCAL, flow_temp_scalar(f, IRT_I32));
	if (o.t == IRT_OTHER || o.a.type == IRT_OTHER || o.b.type == IRT_OTHER)
		unknown(f, &o);
	else if (ir_type_bits(o.t) <= 32 && ir_type_bits(o.a.type) <= 32 &&
		 ir_type_bits(o.b.type) <= 32)
		narrow(f, &o);
	else if (fits(f, o.a, o.t) && fits(f, o.b, o.t) && !(op == OP_MUL && ir_type_signed(o.t)))
		equal_types(f, &o);
	else
		unknown(f, &o);
	return emit_cast(f, emit_load(f, o.flag, IRT_I32, 0), ir_type_of(type_of(c)));
}
