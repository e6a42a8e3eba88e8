// SPDX-License-Identifier: MIT
/*
 * Constant initialisers of globals: integers, and addresses plus a number of
 * bytes. clang computes the integers; addresses are followed here.
 */
#include "front/lower_int.h"

static const struct constant unknown = { .kind = CONSTANT_UNKNOWN };

static struct constant eval(struct lower *lo, CXCursor c);
static struct constant address(struct lower *lo, CXCursor c);

wide constant_wrap(enum ir_type t, wide v)
{
	unsigned int bits = ir_type_bits(t);

	if (t == IRT_BOOL)
		return v != 0;
	if (!bits)
		return v;
	v = (wide)((uwide)v & (((uwide)1 << bits) - 1));
	return ir_type_signed(t) && v > ir_type_max(t) ? v - ((wide)1 << bits) : v;
}

static struct constant integer(wide v, const char *name)
{
	return (struct constant){ .kind = CONSTANT_INT, .value = v, .name = name };
}

static struct constant plus(struct constant k, wide bytes)
{
	k.value += bytes;
	k.addend += (int64_t)bytes;
	k.name = NULL;
	return k;
}

static struct constant at(enum ir_ref_kind kind, uint32_t idx)
{
	return (struct constant){ .kind = CONSTANT_ADDRESS, .base = ir_ref(kind, idx) };
}

/* ---- addresses ---- */

static struct constant declref_address(struct lower *lo, CXCursor c)
{
	CXCursor decl = clang_getCursorReferenced(c);

	if (clang_getCursorKind(decl) == CXCursor_FunctionDecl)
		return at(REF_FUNC, lower_func(lo, decl));
	if (clang_getCursorKind(decl) != CXCursor_VarDecl)
		return unknown;
	if (clang_getCursorLinkage(decl) != CXLinkage_NoLinkage)
		return at(REF_GLOBAL, lower_global(lo, decl));
	if (clang_Cursor_getStorageClass(decl) != CX_SC_Static)
		return unknown;
	return at(REF_GLOBAL, lower_static_local(lo, decl));
}

static struct constant member_address(struct lower *lo, CXCursor c)
{
	CXType record;
	CXCursor field = clang_getCursorReferenced(c), base = member_base(c, &record);
	struct bits b;
	uint64_t offset;
	struct constant k;

	if (clang_getCursorKind(field) != CXCursor_FieldDecl)
		return unknown;
	offset = member_offset(lo->scratch, record, field, &b);
	k = type_is_record(type_of(base)) ? address(lo, base) : eval(lo, base);
	return b.width ? unknown : plus(k, (wide)offset);
}

static struct constant element_address(struct lower *lo, CXCursor c)
{
	struct kids kids = cursor_kids(lo->scratch, c);
	int64_t size = type_size(type_of(c));
	wide index;

	if (kids.n != 2 || size < 0 || !cursor_eval(kids.v[1], &index))
		return unknown;
	return plus(eval(lo, kids.v[0]), index * size);
}

static struct constant address(struct lower *lo, CXCursor c)
{
	CXCursor inner;

	c = cursor_peel(c);
	switch ((int)clang_getCursorKind(c)) {
	case CXCursor_DeclRefExpr:
		return declref_address(lo, c);
	case CXCursor_MemberRefExpr:
		return member_address(lo, c);
	case CXCursor_ArraySubscriptExpr:
		return element_address(lo, c);
	case CXCursor_StringLiteral:
		return at(REF_GLOBAL, lower_string(lo, c));
	case CXCursor_CompoundLiteralExpr:
		return at(REF_GLOBAL, lower_compound_global(lo, c));
	case CXCursor_UnexposedExpr:
		inner = cursor_undecay(c);
		return clang_equalCursors(inner, c) ? unknown : address(lo, inner);
	case CXCursor_UnaryOperator:
		if (clang_getCursorUnaryOperatorKind(c) == CXUnaryOperator_Deref)
			return eval(lo, cursor_first(c));
		return unknown;
	default:
		return unknown;
	}
}

/* ---- values ---- */

static struct constant pointer_sum(struct lower *lo, CXCursor c)
{
	enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(c);
	struct kids kids = cursor_kids(lo->scratch, c);
	bool is_left;
	int64_t size;
	wide n;

	if (kids.n != 2 || (op != CXBinaryOperator_Add && op != CXBinaryOperator_Sub))
		return unknown;
	is_left = ir_type_of(type_of(kids.v[0])) == IRT_PTR || !cursor_eval(kids.v[0], &n);
	size = ir_type_of(type_of(c)) == IRT_PTR
		       ? type_size(type_pointee(type_of(kids.v[is_left ? 0 : 1])))
		       : 1;
	if (size < 0 || !cursor_eval(kids.v[is_left ? 1 : 0], &n))
		return unknown;
	n *= size;
	return plus(eval(lo, kids.v[is_left ? 0 : 1]), op == CXBinaryOperator_Sub ? -n : n);
}

static struct constant conversion(struct lower *lo, CXCursor c)
{
	CXCursor operand = cursor_last(c), inner = cursor_peel(operand);
	CXType from = type_of(operand);
	struct constant k;

	if (type_is_array(from) || type_is_func(from))
		return address(lo, operand);
	if (is_place_kind(inner)) /* reads memory */
		return unknown;
	k = eval(lo, operand);
	if (k.kind == CONSTANT_INT)
		k.value = constant_wrap(ir_type_of(type_of(c)), k.value);
	return k;
}

static struct constant choice(struct lower *lo, CXCursor c)
{
	struct kids kids = cursor_kids(lo->scratch, c);
	wide k;

	if (kids.n != 3 || !cursor_eval(kids.v[0], &k))
		return unknown;
	return eval(lo, kids.v[k ? 1 : 2]);
}

static struct constant eval_address(struct lower *lo, CXCursor c)
{
	CXCursor arm;

	switch ((int)clang_getCursorKind(c)) {
	case CXCursor_UnexposedExpr:
	case CXCursor_GenericSelectionExpr:
		arm = chosen_arm(lo, c);
		if (!clang_Cursor_isNull(arm))
			return eval(lo, arm);
		return conversion(lo, c);
	case CXCursor_CStyleCastExpr:
		return conversion(lo, c);
	case CXCursor_ConditionalOperator:
		return choice(lo, c);
	case CXCursor_BinaryOperator:
		return pointer_sum(lo, c);
	case CXCursor_UnaryOperator:
		if (clang_getCursorUnaryOperatorKind(c) == CXUnaryOperator_AddrOf)
			return address(lo, cursor_first(c));
		return unknown;
	case CXCursor_InitListExpr:
		return integer(0, NULL);
	case CXCursor_CXXNullPtrLiteralExpr:
	case CXCursor_GNUNullExpr:
		return integer(0, NULL);
	default:
		return address(lo, c);
	}
}

/* The errno that spells @v: of the literal itself, or of the one under a minus. */
static const char *spelled_errno(struct lower *lo, CXCursor c, wide v)
{
	c = cursor_strip(c);
	if (clang_getCursorKind(c) == CXCursor_UnaryOperator &&
	    clang_getCursorUnaryOperatorKind(c) == CXUnaryOperator_Minus) {
		c = cursor_strip(cursor_first(c));
		v = -v;
	}
	if (clang_getCursorKind(c) != CXCursor_IntegerLiteral)
		return NULL;
	return errno_name(lo, c, v);
}

static struct constant eval(struct lower *lo, CXCursor c)
{
	struct constant k = unknown;
	wide v;

	c = cursor_peel(c);
	if (cursor_eval(c, &v))
		return integer(v, spelled_errno(lo, c, v));
	lo->depth++;
	if (lo->depth < LOWER_DEPTH_MAX)
		k = eval_address(lo, c);
	lo->depth--;
	return k;
}

struct constant constant_of(struct lower *lo, CXCursor c)
{
	return eval(lo, c);
}
