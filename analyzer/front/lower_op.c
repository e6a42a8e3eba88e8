// SPDX-License-Identifier: MIT
/* Operators. */
#include "front/lower_int.h"

/* ---- tables ---- */

#define BINARY(clang, ir) [CXBinaryOperator_##clang] = OP_##ir

static const enum ir_op arithmetic[CXBinaryOperator_Comma + 1] = {
	BINARY(Mul, MUL),	BINARY(Div, DIV),	BINARY(Rem, REM),
	BINARY(Add, ADD),	BINARY(Sub, SUB),	BINARY(Shl, SHL),
	BINARY(Shr, SHR),	BINARY(And, AND),	BINARY(Xor, XOR),
	BINARY(Or, OR),		BINARY(MulAssign, MUL), BINARY(DivAssign, DIV),
	BINARY(RemAssign, REM), BINARY(AddAssign, ADD), BINARY(SubAssign, SUB),
	BINARY(ShlAssign, SHL), BINARY(ShrAssign, SHR), BINARY(AndAssign, AND),
	BINARY(XorAssign, XOR), BINARY(OrAssign, OR),
};

static const enum ir_op comparison[CXBinaryOperator_Comma + 1] = {
	BINARY(LT, LT), BINARY(GT, GT), BINARY(LE, LE),
	BINARY(GE, GE), BINARY(EQ, EQ), BINARY(NE, NE),
};

#undef BINARY

/* ---- pointers ---- */

static struct value negated_index(struct flow *f, struct value index)
{
	return emit_unary(f, OP_NEG, emit_cast(f, index, IRT_I64));
}

static bool is_pointer(CXCursor c)
{
	return ir_type_of(type_of(c)) == IRT_PTR;
}

static int64_t pointee_size(CXCursor c)
{
	return type_size(type_pointee(type_of(c)));
}

static struct value pointer_difference(struct flow *f, struct kids kids)
{
	struct ir_ref a = lower_address(f, kids.v[0]), b = lower_address(f, kids.v[1]);
	struct ir_insn insn = { .op = OP_PDIFF, .arg = { a, b } };
	int64_t size = pointee_size(kids.v[0]);

	if (size <= 0)
		return value_unknown(f, IRT_I64, "difference of pointers to no sized type");
	insn.size = (uint64_t)size;
	return (struct value){ emit(f, insn), IRT_I64 };
}

static struct value pointer_arithmetic(struct flow *f, CXCursor ptr, CXCursor index, enum ir_op op)
{
	uint64_t count;
	struct ir_ref base = lower_base(f, ptr, &count);
	struct value v = lower_value(f, index);

	if (op == OP_SUB)
		v = negated_index(f, v);
	return emit_index(f, base, v, pointee_size(ptr), count);
}

/* ---- assignments ---- */

/** struct update - a place and what is to be written there. */
struct update {
	struct place p;
	struct value old, new;
};

static struct value update_value(struct flow *f, struct update u)
{
	return store_place(f, u.p, u.new);
}

static struct update assignment(struct flow *f, struct kids kids)
{
	struct update u = { .new = lower_value(f, kids.v[1]) };

	u.p = lower_place(f, kids.v[0]);
	return u;
}

static enum ir_type promoted(enum ir_type t)
{
	return ir_type_bits(t) && ir_type_bits(t) < 32 ? IRT_I32 : t;
}

static enum ir_type promoted_place(struct place p)
{
	enum ir_type t = ir_type_of(p.type);

	if (p.bits.width && p.bits.width < 32 && ir_type_bits(t) == 32)
		return IRT_I32;
	return promoted(t);
}

/* clang has converted the right operand to the type of the computation; not for shifts. */
static struct value compute(struct flow *f, enum ir_op op, struct place p, struct value old,
			    struct value v)
{
	enum ir_type t = promoted_place(p);

	if (op != OP_SHL && op != OP_SHR)
		t = common_type(t, promoted(v.type));
	return emit_binary(f, op, t, old, v);
}

static struct value stepped(struct flow *f, enum ir_op op, const struct update *u, CXCursor left,
			    struct value v)
{
	if (u->old.type != IRT_PTR)
		return compute(f, op, u->p, u->old, v);
	if (op == OP_SUB)
		v = negated_index(f, v);
	return emit_index(f, u->old.ref, v, pointee_size(left), 0);
}

static struct update compound_assignment(struct flow *f, struct kids kids, enum ir_op op)
{
	struct value v = lower_value(f, kids.v[1]);
	struct update u = { .p = lower_place(f, kids.v[0]) };

	u.old = load_place(f, u.p);
	u.new = stepped(f, op, &u, kids.v[0], v);
	return u;
}

static struct update step(struct flow *f, CXCursor operand, bool is_down)
{
	struct update u = { .p = lower_place(f, operand) };
	struct value one;

	u.old = load_place(f, u.p);
	one = value_const(f, u.old.type == IRT_PTR ? IRT_I64 : IRT_I32, 1, NULL);
	u.new = stepped(f, is_down ? OP_SUB : OP_ADD, &u, operand, one);
	return u;
}

static bool is_compound(CXCursor c, struct kids kids, enum ir_op *op)
{
	enum CXBinaryOperatorKind kind = clang_getCursorBinaryOperatorKind(c);

	if (kids.n != 2 || kind > CXBinaryOperator_Comma || !arithmetic[kind])
		return false;
	*op = arithmetic[kind];
	return true;
}

struct value lower_compound_assign(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	enum ir_op op;

	if (!is_compound(c, kids, &op))
		return value_unknown(f, ir_type_of(type_of(c)), "operator not understood");
	return update_value(f, compound_assignment(f, kids, op));
}

/* The new value is a temporary, so the old one stays what it was. */
static struct value step_value(struct flow *f, CXCursor operand, bool is_down, bool is_post)
{
	struct update u = step(f, operand, is_down);

	if (!is_post)
		return update_value(f, u);
	write_place(f, u.p, u.new);
	return u.old;
}

static bool find_update(struct flow *f, CXCursor c, struct update *u)
{
	struct kids kids = cursor_kids(f->scratch, c);
	enum CXUnaryOperatorKind op;
	enum ir_op compound;

	switch ((int)clang_getCursorKind(c)) {
	case CXCursor_BinaryOperator:
		if (kids.n != 2 || type_is_record(type_of(c)) ||
		    clang_getCursorBinaryOperatorKind(c) != CXBinaryOperator_Assign)
			return false;
		*u = assignment(f, kids);
		return true;
	case CXCursor_CompoundAssignOperator:
		if (!is_compound(c, kids, &compound))
			return false;
		*u = compound_assignment(f, kids, compound);
		return true;
	case CXCursor_UnaryOperator:
		op = clang_getCursorUnaryOperatorKind(c);
		if (op < CXUnaryOperator_PostInc || op > CXUnaryOperator_PreDec || kids.n != 1)
			return false;
		*u = step(f, kids.v[0],
			  op == CXUnaryOperator_PostDec || op == CXUnaryOperator_PreDec);
		return true;
	default:
		return false;
	}
}

bool lower_update(struct flow *f, CXCursor c)
{
	struct loc saved = f->loc, here = loc_of(f->lo, c);
	struct update u;
	bool is;

	if (here.path)
		f->loc = here;
	is = find_update(f, c, &u);
	if (is)
		write_place(f, u.p, u.new);
	f->loc = saved;
	return is;
}

/* ---- two operands ---- */

static struct value arithmetic_value(struct flow *f, CXCursor c, struct kids kids, enum ir_op op)
{
	enum ir_type t = ir_type_of(type_of(c));
	struct value a, b;

	if (op == OP_SUB && is_pointer(kids.v[0]) && is_pointer(kids.v[1]))
		return emit_cast(f, pointer_difference(f, kids), t);
	if (t == IRT_PTR && is_pointer(kids.v[0]))
		return pointer_arithmetic(f, kids.v[0], kids.v[1], op);
	if (t == IRT_PTR)
		return pointer_arithmetic(f, kids.v[1], kids.v[0], op);
	a = lower_value(f, kids.v[0]);
	b = lower_value(f, kids.v[1]);
	return emit_binary(f, op, t, a, b);
}

struct value lower_binary(struct flow *f, CXCursor c)
{
	enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(c);
	struct kids kids = cursor_kids(f->scratch, c);
	struct value a, b;

	if (kids.n != 2 || op == CXBinaryOperator_Invalid || op > CXBinaryOperator_Comma)
		return value_unknown(f, ir_type_of(type_of(c)), "operator not understood");
	if (op == CXBinaryOperator_LAnd || op == CXBinaryOperator_LOr)
		return lower_logical(f, c);
	if (op == CXBinaryOperator_Assign)
		return update_value(f, assignment(f, kids));
	if (op == CXBinaryOperator_Comma) {
		lower_effect(f, kids.v[0]);
		return lower_value(f, kids.v[1]);
	}
	if (!comparison[op])
		return arithmetic_value(f, c, kids, arithmetic[op]);
	a = lower_value(f, kids.v[0]);
	b = lower_value(f, kids.v[1]);
	return emit_compare(f, comparison[op], a, b);
}

/* ---- one operand ---- */

static struct value address_of(struct flow *f, CXCursor operand)
{
	return (struct value){ lower_place(f, operand).addr, IRT_PTR };
}

static struct value logical_not(struct flow *f, CXCursor c, CXCursor operand)
{
	struct value v = lower_value(f, operand), zero;
	enum ir_type t = ir_type_of(type_of(c));

	if (v.type == IRT_OTHER || v.type == IRT_VOID)
		return value_unknown(f, t, "negation of floating point");
	zero = value_const(f, v.type, 0, NULL);
	return emit_cast(f, emit_compare(f, OP_EQ, v, zero), t);
}

static struct value arithmetic_unary(struct flow *f, CXCursor c, CXCursor operand, enum ir_op op)
{
	return emit_unary(f, op, lower_value_as(f, operand, ir_type_of(type_of(c))));
}

struct value lower_unary(struct flow *f, CXCursor c)
{
	CXCursor operand = cursor_last(c);
	enum ir_type t = ir_type_of(type_of(c));

	switch (clang_getCursorUnaryOperatorKind(c)) {
	case CXUnaryOperator_PostInc:
		return step_value(f, operand, false, true);
	case CXUnaryOperator_PostDec:
		return step_value(f, operand, true, true);
	case CXUnaryOperator_PreInc:
		return step_value(f, operand, false, false);
	case CXUnaryOperator_PreDec:
		return step_value(f, operand, true, false);
	case CXUnaryOperator_AddrOf:
		return address_of(f, operand);
	case CXUnaryOperator_Deref:
		return load_place(f, lower_place(f, c));
	case CXUnaryOperator_Plus:
	case CXUnaryOperator_Extension:
		return lower_value_as(f, operand, t);
	case CXUnaryOperator_Minus:
		return arithmetic_unary(f, c, operand, OP_NEG);
	case CXUnaryOperator_Not:
		return arithmetic_unary(f, c, operand, OP_NOT);
	case CXUnaryOperator_LNot:
		return logical_not(f, c, operand);
	default:
		return value_unknown(f, t, "operator not understood");
	}
}
