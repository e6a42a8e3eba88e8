// SPDX-License-Identifier: MIT
/* Objects: what an lvalue names, and reading and writing it, bit-fields too. */
#include <string.h>

#include "front/lower_int.h"

/* ---- reading and writing ---- */

static uint64_t place_size(CXType t)
{
	int64_t size = type_size(t);

	return size > 0 ? (uint64_t)size : 0;
}

/* @why: what the bits around the bit-field are read for, if only to be kept. */
static struct value load_unit(struct flow *f, struct place p, const char *why)
{
	struct ir_insn insn = { .op = OP_LOAD, .type = p.bits.unit, .arg = { p.addr } };

	insn.text = why;
	return (struct value){ emit(f, insn), p.bits.unit };
}

static enum ir_type signed_of(enum ir_type unit)
{
	return unit == IRT_U8	 ? IRT_I8
	       : unit == IRT_U16 ? IRT_I16
	       : unit == IRT_U32 ? IRT_I32
				 : IRT_I64;
}

static wide low_mask(unsigned int width)
{
	return ((wide)1 << width) - 1;
}

/* The bit-field's value from its @width lowest bits in @v. */
static struct value extend_bits(struct flow *f, struct place p, struct value v)
{
	unsigned int spare = ir_type_bits(p.bits.unit) - p.bits.width;
	struct value n = value_const(f, IRT_U32, spare, NULL);

	if (p.bits.is_signed) {
		if (spare)
			v = emit_binary(f, OP_SHL, p.bits.unit, v, n);
		v = emit_cast(f, v, signed_of(p.bits.unit));
		if (spare)
			v = emit_binary(f, OP_SHR, v.type, v, n);
	}
	return emit_cast(f, v, ir_type_of(p.type));
}

static struct value load_bits(struct flow *f, struct place p)
{
	struct value v;

	if (p.bits.unit == IRT_OTHER)
		return value_unknown(f, ir_type_of(p.type), "a packed bit-field");
	v = load_unit(f, p, NULL);
	if (p.bits.shift)
		v = emit_binary(f, OP_SHR, v.type, v, value_const(f, IRT_U32, p.bits.shift, NULL));
	if (p.bits.width < ir_type_bits(v.type))
		v = emit_binary(f, OP_AND, v.type, v,
				value_const(f, v.type, low_mask(p.bits.width), NULL));
	return extend_bits(f, p, v);
}

struct value load_place(struct flow *f, struct place p)
{
	if (p.is_pointer)
		return emit_load(f, p.addr, IRT_PTR, 0);
	if (type_is_array(p.type) || type_is_func(p.type))
		return (struct value){ p.addr, IRT_PTR };
	if (p.bits.width)
		return load_bits(f, p);
	if (ir_type_of(p.type) == IRT_VOID)
		return (struct value){ no_ref, IRT_VOID };
	return emit_load(f, p.addr, ir_type_of(p.type), place_size(p.type));
}

/* The bits of @v that the bit-field has room for. */
static struct value cut_to_bits(struct flow *f, struct place p, struct value v)
{
	struct value mask = value_const(f, p.bits.unit, low_mask(p.bits.width), NULL);
	wide number;

	v = emit_cast(f, v, p.bits.unit);
	if (v.type != p.bits.unit || p.bits.is_signed || value_is_const(f, v, &number))
		return emit_binary(f, OP_AND, p.bits.unit, v, mask);
	return (struct value){ emit(f, (struct ir_insn){ .op = OP_AND,
							 .type = p.bits.unit,
							 .arg = { v.ref, mask.ref },
							 .text = IR_BIT_FIELD }),
			       p.bits.unit };
}

static void write_bits(struct flow *f, struct place p, struct value v)
{
	enum ir_type unit = p.bits.unit;
	struct value rest;
	wide mask = low_mask(p.bits.width);

	if (unit == IRT_OTHER) {
		emit_clobber(f, &p.addr, 1, "a packed bit-field");
		return;
	}
	rest = cut_to_bits(f, p, v);
	if (p.bits.shift)
		rest = emit_binary(f, OP_SHL, unit, rest,
				   value_const(f, IRT_U32, p.bits.shift, NULL));
	if (p.bits.width < ir_type_bits(unit)) {
		struct value old = load_unit(f, p, "kept");

		old = emit_binary(f, OP_AND, unit, old,
				  value_const(f, unit, ~(mask << p.bits.shift), NULL));
		rest = emit_binary(f, OP_OR, unit, old, rest);
	}
	emit_store(f, p.addr, rest, 0);
}

static enum ir_type stored_type(struct place p)
{
	return p.is_pointer ? IRT_PTR : ir_type_of(p.type);
}

void write_place(struct flow *f, struct place p, struct value v)
{
	v = emit_cast(f, v, stored_type(p));
	if (p.bits.width)
		write_bits(f, p, v);
	else if (v.ref.kind != REF_NONE)
		emit_store(f, p.addr, v, place_size(p.type));
}

struct value store_place(struct flow *f, struct place p, struct value v)
{
	v = emit_cast(f, v, stored_type(p));
	write_place(f, p, v);
	if (!p.bits.width || p.bits.unit == IRT_OTHER)
		return v;
	v = emit_binary(f, OP_AND, p.bits.unit, v,
			value_const(f, p.bits.unit, low_mask(p.bits.width), NULL));
	return extend_bits(f, p, v);
}

/* ---- names ---- */

static bool is_local(CXCursor decl)
{
	if (clang_getCursorKind(decl) == CXCursor_ParmDecl)
		return true;
	return clang_getCursorLinkage(decl) == CXLinkage_NoLinkage &&
	       clang_Cursor_getStorageClass(decl) != CX_SC_Static;
}

static struct ir_ref var_address(struct flow *f, CXCursor decl)
{
	if (is_local(decl))
		return ir_ref(REF_LOCAL, local_of(f, decl));
	if (clang_getCursorLinkage(decl) == CXLinkage_NoLinkage)
		return ir_ref(REF_GLOBAL, lower_static_local(f->lo, decl));
	return ir_ref(REF_GLOBAL, lower_global(f->lo, decl));
}

static struct place unknown_place(struct flow *f, CXCursor c, const char *why)
{
	struct place p = { .type = type_of(c) };

	flow_note(f, loc_of(f->lo, c), "%s", why);
	p.addr = value_unknown(f, IRT_PTR, why).ref;
	return p;
}

static struct place declref_place(struct flow *f, CXCursor c)
{
	CXCursor decl = clang_getCursorReferenced(c);
	struct place p = { 0 };

	switch ((int)clang_getCursorKind(decl)) {
	case CXCursor_VarDecl:
	case CXCursor_ParmDecl:
		p.type = var_type(decl, &p.is_pointer);
		p.addr = var_address(f, decl);
		return p;
	case CXCursor_FunctionDecl:
		p.type = clang_getCursorType(decl);
		p.addr = ir_ref(REF_FUNC, lower_func(f->lo, decl));
		return p;
	default:
		return unknown_place(f, c, "name not understood");
	}
}

/* ---- members and elements ---- */

static bool is_anonymous_member(CXCursor c)
{
	if (clang_getCursorKind(c) != CXCursor_MemberRefExpr)
		return false;
	return clang_Cursor_isAnonymousRecordDecl(clang_getTypeDeclaration(type_of(c)));
}

/* libclang shows some nameless members on the way, others not. */
CXCursor member_base(CXCursor c, CXType *record)
{
	CXCursor base = cursor_first(c);

	while (is_anonymous_member(base))
		base = cursor_first(base);
	*record = type_of(base);
	if (record->kind != CXType_Record)
		*record = type_plain(type_pointee(*record));
	return base;
}

/* "struct tag.member"; a member of a nameless struct is named after the struct around it. */
const char *member_name(struct lower *lo, CXCursor c)
{
	CXType record;
	CXCursor base = cursor_undecay(member_base(c, &record));
	const char *field = lower_spelling(lo, clang_getCursorReferenced(c));
	const char *tag = type_tag(lo, record);
	type_ctype(lo, record); /* its layout: discovery looks for attributes in it */

	if (!tag && clang_getCursorKind(base) == CXCursor_MemberRefExpr)
		tag = member_name(lo, base);
	return lower_intern(lo, arena_printf(lo->scratch, "%s.%s", tag ? tag : "struct", field));
}

/* Anonymous structs and unions on the way are part of the offset, not of the name. */
static struct place member_place(struct flow *f, CXCursor c)
{
	CXType record;
	CXCursor field = clang_getCursorReferenced(c), base = member_base(c, &record);
	struct place p = { 0 };
	struct ir_ref outer;
	uint64_t offset;
	int64_t size;

	if (clang_getCursorKind(field) != CXCursor_FieldDecl || clang_Cursor_isNull(base))
		return unknown_place(f, c, "member not understood");
	offset = member_offset(f->scratch, record, field, &p.bits);
	if (type_is_record(type_of(base)))
		outer = lower_place(f, base).addr;
	else
		outer = lower_address(f, base);
	p.type = clang_getCursorType(field);
	p.text = member_name(f->lo, c);
	size = p.bits.width ? ir_type_bits(p.bits.unit) / 8 : type_size(p.type);
	p.addr = emit_field(f, outer, offset, size > 0 ? (uint64_t)size : 0, p.text);
	return p;
}

struct ir_ref lower_base(struct flow *f, CXCursor c, uint64_t *count)
{
	CXCursor inner = cursor_undecay(c);
	CXType t = type_of(inner);
	struct place p;
	long long n;

	*count = 0;
	if (t.kind != CXType_ConstantArray || !is_place_kind(inner))
		return lower_address(f, c);
	p = lower_place(f, inner);
	if (p.is_pointer)
		return load_place(f, p).ref;
	n = clang_getArraySize(t);
	*count = n > 0 ? (uint64_t)n : 0;
	return p.addr;
}

static struct place element_place(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	struct place p = { .type = type_of(c) };
	uint64_t count = 0;
	struct value index;

	if (kids.n != 2)
		return unknown_place(f, c, "subscript not understood");
	if (ir_type_of(type_of(kids.v[0])) != IRT_PTR) {
		CXCursor swap = kids.v[0];

		kids.v[0] = kids.v[1];
		kids.v[1] = swap;
	}
	p.addr = lower_base(f, kids.v[0], &count);
	index = lower_value(f, kids.v[1]);
	p.addr = emit_index(f, p.addr, index, type_size(p.type), count).ref;
	return p;
}

/* ---- objects that expressions make ---- */

static struct place string_place(struct flow *f, CXCursor c)
{
	struct place p = { .type = type_of(c) };

	p.addr = ir_ref(REF_GLOBAL, lower_string(f->lo, c));
	return p;
}

static struct place literal_place(struct flow *f, CXCursor c)
{
	CXCursor braces = cursor_last(c);
	struct place p = { .type = type_of(c) };
	uint32_t local;

	local = flow_temp(f, p.type);
	p.addr = ir_ref(REF_LOCAL, local);
	emit_scope(f, local);
	init_local(f, p.addr, p.type, braces);
	return p;
}

static void struct_arms(struct flow *f, CXCursor c, CXType t, struct ir_ref addr)
{
	struct kids kids = cursor_kids(f->scratch, c);
	uint32_t yes = flow_block(f), no = flow_block(f), end = flow_block(f);

	lower_cond(f, kids.v[0], yes, no, false);
	f->block = yes;
	lower_into(f, kids.v[1], t, addr);
	flow_goto(f, end);
	f->block = no;
	lower_into(f, kids.v[2], t, addr);
	flow_start(f, end);
}

/* The kinds of struct values that are no places by themselves. */
static void struct_into(struct flow *f, CXCursor c, CXType t, struct ir_ref addr)
{
	CXCursor inner = cursor_undecay(c);

	switch ((int)clang_getCursorKind(inner)) {
	case CXCursor_CallExpr:
		emit_store(f, addr, lower_call(f, inner), place_size(t));
		return;
	case CXCursor_ConditionalOperator:
		struct_arms(f, inner, t, addr);
		return;
	case CXCursor_StmtExpr:
		lower_stmt_expr_into(f, inner, t, addr);
		return;
	case CXCursor_InitListExpr:
		init_local(f, addr, t, inner);
		return;
	case CXCursor_CStyleCastExpr:
		if (type_is_record(type_of(cursor_last(inner))))
			break;
		lower_into(f, cursor_last(inner), type_of(cursor_last(inner)), addr);
		return;
	case CXCursor_UnexposedExpr:
	case CXCursor_GenericSelectionExpr:
		if (!clang_Cursor_isNull(chosen_arm(f->lo, inner)))
			break;
		flow_note(f, loc_of(f->lo, c), "struct value not understood");
		emit_clobber(f, &addr, 1, "struct value not understood");
		return;
	}
	emit_move(f, addr, lower_place(f, inner).addr, place_size(t));
}

void lower_into(struct flow *f, CXCursor c, CXType t, struct ir_ref addr)
{
	struct value v;

	f->depth++;
	if (type_is_record(t) && f->depth < LOWER_DEPTH_MAX) {
		struct_into(f, c, t, addr);
	} else {
		v = lower_value_as(f, c, ir_type_of(t));
		if (v.ref.kind != REF_NONE)
			emit_store(f, addr, v, place_size(t));
	}
	f->depth--;
}

/* An rvalue that must have an address. */
static struct place temp_place(struct flow *f, CXCursor c)
{
	struct place p = { .type = type_of(c) };

	if (type_size(p.type) < 0)
		return unknown_place(f, c, "value of incomplete type");
	p.addr = ir_ref(REF_LOCAL, flow_temp(f, p.type));
	lower_into(f, c, p.type, p.addr);
	return p;
}

static struct place deref_place(struct flow *f, CXCursor c)
{
	struct place p = { .type = clang_getCursorType(c) };

	p.addr = lower_address(f, cursor_first(c));
	return p;
}

static struct place unary_place(struct flow *f, CXCursor c)
{
	switch (clang_getCursorUnaryOperatorKind(c)) {
	case CXUnaryOperator_Deref:
		return deref_place(f, c);
	case CXUnaryOperator_Extension:
		return lower_place(f, cursor_first(c));
	default:
		return temp_place(f, c);
	}
}

static struct place assign_struct(struct flow *f, struct kids kids)
{
	struct place from = lower_place(f, kids.v[1]), to = lower_place(f, kids.v[0]);

	emit_move(f, to.addr, from.addr, place_size(to.type));
	return to;
}

static struct place binary_place(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);

	if (kids.n == 2 && clang_getCursorBinaryOperatorKind(c) == CXBinaryOperator_Comma) {
		lower_effect(f, kids.v[0]);
		return lower_place(f, kids.v[1]);
	}
	if (kids.n == 2 && type_is_record(type_of(c)))
		return assign_struct(f, kids);
	return temp_place(f, c);
}

static struct place unexposed_place(struct flow *f, CXCursor c)
{
	CXCursor arm = chosen_arm(f->lo, c), inner = cursor_undecay(c);

	if (!clang_Cursor_isNull(arm))
		return lower_place(f, arm);
	if (!clang_equalCursors(inner, c) &&
	    (type_is_record(type_of(inner)) ||
	     (is_place_kind(inner) && !type_is_record(type_of(c)))))
		return lower_place(f, inner);
	return temp_place(f, c);
}

/* Only a struct gets here for its place; GNU C also casts to a union. */
static struct place cast_place(struct flow *f, CXCursor c)
{
	CXCursor operand = cursor_last(c);
	CXType from = type_of(operand);

	if (from.kind == CXType_Record || from.kind == CXType_Invalid)
		return lower_place(f, operand);
	return temp_place(f, c);
}

static struct place first_place(struct flow *f, CXCursor c)
{
	return lower_place(f, cursor_first(c));
}

/* ---- dispatch ---- */

typedef struct place place_fn(struct flow *f, CXCursor c);

#define FIRST_KIND CXCursor_UnexposedExpr
#define LAST_KIND  CXCursor_GenericSelectionExpr

static place_fn *const place_fns[LAST_KIND - FIRST_KIND + 1] = {
	[CXCursor_UnexposedExpr - FIRST_KIND] = unexposed_place,
	[CXCursor_DeclRefExpr - FIRST_KIND] = declref_place,
	[CXCursor_MemberRefExpr - FIRST_KIND] = member_place,
	[CXCursor_StringLiteral - FIRST_KIND] = string_place,
	[CXCursor_ParenExpr - FIRST_KIND] = first_place,
	[CXCursor_UnaryOperator - FIRST_KIND] = unary_place,
	[CXCursor_ArraySubscriptExpr - FIRST_KIND] = element_place,
	[CXCursor_BinaryOperator - FIRST_KIND] = binary_place,
	[CXCursor_CStyleCastExpr - FIRST_KIND] = cast_place,
	[CXCursor_CompoundLiteralExpr - FIRST_KIND] = literal_place,
	[CXCursor_GenericSelectionExpr - FIRST_KIND] = unexposed_place,
};

bool is_place_kind(CXCursor c)
{
	switch ((int)clang_getCursorKind(c)) {
	case CXCursor_MemberRefExpr:
	case CXCursor_StringLiteral:
	case CXCursor_ArraySubscriptExpr:
	case CXCursor_CompoundLiteralExpr:
		return true;
	case CXCursor_DeclRefExpr:
		return clang_getCursorKind(clang_getCursorReferenced(c)) !=
		       CXCursor_EnumConstantDecl;
	case CXCursor_ParenExpr:
		return is_place_kind(cursor_peel(c));
	case CXCursor_UnaryOperator:
		return clang_getCursorUnaryOperatorKind(c) == CXUnaryOperator_Deref;
	default:
		return false;
	}
}

struct place lower_place(struct flow *f, CXCursor c)
{
	int k = (int)clang_getCursorKind(c);
	struct loc saved = f->loc, here = loc_of(f->lo, c);
	struct place p;

	if (here.path)
		f->loc = here;
	f->depth++;
	if (f->depth > LOWER_DEPTH_MAX)
		p = unknown_place(f, c, "nested too deeply");
	else if (k >= FIRST_KIND && k <= LAST_KIND && place_fns[k - FIRST_KIND])
		p = place_fns[k - FIRST_KIND](f, c);
	else
		p = temp_place(f, c);
	f->depth--;
	f->loc = saved;
	return p;
}
