// SPDX-License-Identifier: MIT
/*
 * Expressions.
 *
 * libclang shows implicit conversions as UnexposedExpr with one child, but not
 * their kind, and shares that cursor kind with a dozen unlike things. The idea
 * here is to need no kinds: the value of an expression is a value of the
 * cursor's own type, made by converting whatever its operand is. An operand
 * that names an object is loaded, an array or function gives its address, and
 * a conversion to the same type is nothing. So lvalue-to-rvalue conversion,
 * decay, promotion and the usual arithmetic conversions all fall out of types.
 *
 * Struct values have no temporary: they are places. lower_place() of a call
 * that returns a struct makes a local for it.
 *
 * The unlike things are told apart by their children (see unexposed_value()).
 * What remains is OP_UNKNOWN and a note.
 */
#include <string.h>

#include "front/lower_int.h"

typedef struct value value_fn(struct flow *f, CXCursor c);

struct value lower_value_as(struct flow *f, CXCursor c, enum ir_type t)
{
	return emit_cast(f, lower_value(f, c), t);
}

struct ir_ref lower_address(struct flow *f, CXCursor c)
{
	struct value v = lower_value_as(f, c, IRT_PTR);

	return v.ref.kind != REF_NONE ? v.ref : value_unknown(f, IRT_PTR, "no address").ref;
}

static struct value not_understood(struct flow *f, CXCursor c, const char *what)
{
	flow_note(f, loc_of(f->lo, c), "%s", what);
	return value_unknown(f, ir_type_of(type_of(c)), what);
}

/* ---- leaves ---- */

static struct value literal_value(struct flow *f, CXCursor c)
{
	wide v;

	if (!cursor_eval(c, &v))
		return not_understood(f, c, "literal not understood");
	return value_const(f, ir_type_of(type_of(c)), v, errno_name(f->lo, c, v));
}

static struct value other_value(struct flow *f, CXCursor c)
{
	(void)c;
	return value_unknown(f, IRT_OTHER, "floating point");
}

static struct value null_value(struct flow *f, CXCursor c)
{
	(void)c;
	return value_const(f, IRT_PTR, 0, NULL);
}

static struct value label_value(struct flow *f, CXCursor c)
{
	(void)c;
	return value_unknown(f, IRT_PTR, "address of a label");
}

static struct value place_value(struct flow *f, CXCursor c)
{
	return load_place(f, lower_place(f, c));
}

static struct value declref_value(struct flow *f, CXCursor c)
{
	CXCursor decl = clang_getCursorReferenced(c);
	enum ir_type t = ir_type_of(type_of(c));

	if (clang_getCursorKind(decl) != CXCursor_EnumConstantDecl)
		return place_value(f, c);
	if (ir_type_signed(t))
		return value_const(f, t, clang_getEnumConstantDeclValue(decl), NULL);
	return value_const(f, t, (wide)clang_getEnumConstantDeclUnsignedValue(decl), NULL);
}

static struct value sizeof_value(struct flow *f, CXCursor c)
{
	enum ir_type t = ir_type_of(type_of(c));
	wide v;

	if (cursor_eval(c, &v))
		return value_const(f, t, v, NULL);
	return value_unknown(f, t, "size of a variable-length array");
}

/* ---- what has operands ---- */

static struct value paren_value(struct flow *f, CXCursor c)
{
	return lower_value(f, cursor_first(c));
}

static struct value cast_value(struct flow *f, CXCursor c)
{
	CXCursor operand = cursor_last(c);
	enum ir_type t = ir_type_of(type_of(c));
	wide v;

	if (t == IRT_VOID) {
		lower_effect(f, operand);
		return (struct value){ no_ref, IRT_VOID };
	}
	if (ir_type_of(type_of(operand)) == IRT_OTHER && cursor_pure_const(c, &v))
		return value_const(f, t, v, NULL);
	return lower_value_as(f, operand, t);
}

/* Braces around a scalar. */
static struct value braces_value(struct flow *f, CXCursor c)
{
	CXCursor first = cursor_first(c);
	enum ir_type t = ir_type_of(type_of(c));

	if (!clang_isExpression(clang_getCursorKind(first)))
		return value_const(f, t, 0, NULL);
	return lower_value_as(f, first, t);
}

/* ---- the catch-all kind of cursor ---- */

static bool is_va_list(CXCursor c)
{
	CXString s = clang_getTypeSpelling(clang_getCursorType(c));
	const char *name = clang_getCString(s);
	bool is = name && strstr(name, "va_list");

	clang_disposeString(s);
	return is;
}

static struct value va_arg_value(struct flow *f, CXCursor c, CXCursor list)
{
	struct ir_ref ap = lower_address(f, list);

	emit_clobber(f, &ap, 1, "va_arg");
	return value_unknown(f, ir_type_of(type_of(c)), "a variable argument");
}

static bool same_extent(CXCursor a, CXCursor b)
{
	return clang_equalRanges(clang_getCursorExtent(a), clang_getCursorExtent(b));
}

/* Something with side effects we don't know: memory behind its operands may change. */
static struct value opaque_value(struct flow *f, CXCursor c, struct kids kids)
{
	struct ir_ref *args = arena_array(f->scratch, kids.n + 1, sizeof(*args));
	size_t n = 0;

	for (size_t i = 0; i < kids.n; i++) {
		struct value v;

		if (!clang_isExpression(clang_getCursorKind(kids.v[i])))
			continue;
		v = lower_value(f, kids.v[i]);
		if (v.type == IRT_PTR)
			args[n++] = v.ref;
	}
	if (n)
		emit_clobber(f, args, n, "expression not understood");
	return not_understood(f, c, "expression not understood");
}

static bool is_expr(struct kids kids, size_t i)
{
	return i < kids.n && clang_isExpression(clang_getCursorKind(kids.v[i]));
}

/*
 * offsetof that clang can't compute has a variable index. Its children are what
 * the type contains, then members, as MemberRef, and indices, in order.
 */
static struct value offsetof_value(struct flow *f, struct kids kids, enum ir_type t)
{
	struct value sum = value_const(f, t, 0, NULL);
	CXType at = { .kind = CXType_Invalid };
	struct bits b;

	for (size_t i = 0; i < kids.n; i++) {
		CXCursor field = clang_getCursorReferenced(kids.v[i]);
		struct value step;

		if (clang_getCursorKind(kids.v[i]) == CXCursor_MemberRef) {
			at = clang_getCursorType(field);
			step = value_const(f, t, (wide)field_offset(field, &b), NULL);
		} else if (at.kind != CXType_Invalid && is_expr(kids, i)) {
			at = type_pointee(at);
			step = value_const(f, t, type_size(at), NULL);
			step = emit_binary(f, OP_MUL, t, lower_value(f, kids.v[i]), step);
		} else {
			continue;
		}
		sum = emit_binary(f, OP_ADD, t, sum, step);
	}
	return sum;
}

static bool has_member_ref(struct kids kids)
{
	for (size_t i = 0; i < kids.n; i++)
		if (clang_getCursorKind(kids.v[i]) == CXCursor_MemberRef)
			return true;
	return false;
}

/*
 * By children: an implicit conversion has one with its own extent; ?: without
 * a middle has four, the first of them repeated; the builtin choice three;
 * va_arg begins with a va_list; offsetof and the traits of types have what
 * their types contain, and clang computes them.
 */
static struct value unexposed_value(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	enum ir_type t = ir_type_of(type_of(c));
	struct value atomic;
	CXCursor arm;
	wide v;

	if (cursor_is_implicit(c))
		return lower_value_as(f, kids.v[0], t);
	if (kids.n >= 2 && is_expr(kids, 1) && lower_atomic(f, c, kids, &atomic))
		return emit_cast(f, atomic, t);
	if (kids.n == 4 && is_expr(kids, 0) && same_extent(kids.v[0], kids.v[2]))
		return lower_elvis(f, c);
	arm = chosen_arm(f->lo, c);
	if (!clang_Cursor_isNull(arm))
		return lower_value_as(f, arm, t);
	if (cursor_eval(c, &v))
		return value_const(f, t, v, NULL);
	if (has_member_ref(kids))
		return offsetof_value(f, kids, t);
	if (is_expr(kids, 0) && is_va_list(kids.v[0]))
		return va_arg_value(f, c, kids.v[0]);
	return opaque_value(f, c, kids);
}

/* __builtin_choose_expr: clang has checked that the first operand is constant. */
static CXCursor chosen_by_constant(struct kids kids)
{
	wide v;

	if (kids.n != 3 || !is_expr(kids, 0) || !is_expr(kids, 1) || !is_expr(kids, 2) ||
	    !cursor_eval(kids.v[0], &v))
		return clang_getNullCursor();
	return kids.v[v ? 1 : 2];
}

/*
 * _Generic: libclang doesn't say which association was selected, but the whole
 * has its type. If several have that type, the text is compared.
 */
static bool may_be_chosen(CXCursor c, CXCursor arm)
{
	return clang_isExpression(clang_getCursorKind(arm)) &&
	       clang_equalTypes(clang_getCanonicalType(clang_getCursorType(c)),
				clang_getCanonicalType(clang_getCursorType(arm)));
}

static CXCursor chosen_by_type(CXCursor c, struct kids kids)
{
	CXCursor found = clang_getNullCursor();

	for (size_t i = 1; i < kids.n; i++) {
		if (!may_be_chosen(c, kids.v[i]))
			continue;
		if (!clang_Cursor_isNull(found))
			return clang_getNullCursor();
		found = kids.v[i];
	}
	return found;
}

static bool type_text_is(CXType t, const char *s, size_t n)
{
	CXString spelled = clang_getTypeSpelling(t);
	const char *p = clang_getCString(spelled), *end = s + n;

	while (s < end && p && *p) {
		if (*s == ' ' || *s == '\t' || *s == '\n')
			s++;
		else if (*p == ' ')
			p++;
		else if (*p++ != *s++)
			break;
	}
	while (p && *p == ' ')
		p++;
	n = s == end && p && !*p;
	clang_disposeString(spelled);
	return n;
}

/* Which association, counted from 1, names type @t in the text; or "default"; or 0. */
static size_t association_in_text(struct lexer lx, CXType t)
{
	size_t fallback = 0, nth = 0;
	struct tok tok;
	const char *start = NULL;

	while (tok_next(&lx, &tok) && !tok_is(&tok, "("))
		;
	while (tok_next(&lx, &tok)) {
		if (tok_is(&tok, "(") || tok_is(&tok, "[") || tok_is(&tok, "{")) {
			lexer_close(&lx);
		} else if (tok_is(&tok, ",")) {
			start = lx.p;
			nth++;
		} else if (tok_is(&tok, ":") && start) {
			struct lexer word = { start, tok.s };
			struct tok first;

			if (tok_next(&word, &first) && tok_is(&first, "default"))
				fallback = nth;
			else if (type_text_is(t, first.s, (size_t)(tok.s - first.s)))
				return nth;
			start = NULL;
		}
	}
	return fallback;
}

static CXCursor chosen_by_text(struct lower *lo, CXCursor c, struct kids kids)
{
	CXType t = type_of(kids.v[0]);
	size_t nth = is_in_macro(lo, c) ? 0 : association_in_text(lexer_of(lo, c), t);

	for (size_t i = 1; i < kids.n && nth; i++)
		if (clang_isExpression(clang_getCursorKind(kids.v[i])) && --nth == 0)
			return kids.v[i];
	return clang_getNullCursor();
}

CXCursor chosen_arm(struct lower *lo, CXCursor c)
{
	struct kids kids = cursor_kids(lo->scratch, c);
	CXCursor arm;

	if (!kids.n)
		return clang_getNullCursor();
	if (clang_getCursorKind(c) != CXCursor_GenericSelectionExpr)
		return chosen_by_constant(kids);
	arm = chosen_by_type(c, kids);
	return clang_Cursor_isNull(arm) ? chosen_by_text(lo, c, kids) : arm;
}

/* Any of the associations that may be meant, one after the other. */
static struct value any_association(struct flow *f, CXCursor c)
{
	const char *why = "which association of _Generic is selected";
	struct kids kids = cursor_kids(f->scratch, c);
	enum ir_type t = ir_type_of(type_of(c));
	struct ir_ref addr = ir_ref(REF_LOCAL, flow_temp_scalar(f, t == IRT_VOID ? IRT_I32 : t));
	uint32_t end = flow_block(f);

	flow_note(f, loc_of(f->lo, c), "%s", why);
	for (size_t i = 1; i < kids.n; i++) {
		uint32_t take = flow_block(f), next = flow_block(f);
		struct value v;

		if (!may_be_chosen(c, kids.v[i]))
			continue;
		emit_branch(f, value_unknown(f, IRT_I32, why), take, next, NULL, false);
		f->block = take;
		v = lower_value_as(f, kids.v[i], t);
		if (v.ref.kind != REF_NONE)
			emit_store(f, addr, v, 16);
		flow_goto(f, end);
		f->block = next;
	}
	emit(f, (struct ir_insn){ .op = OP_UNREACHABLE });
	f->block = end;
	return t == IRT_VOID ? (struct value){ no_ref, t } : emit_load(f, addr, t, 16);
}

static struct value generic_value(struct flow *f, CXCursor c)
{
	CXCursor arm = chosen_arm(f->lo, c);
	wide v;

	if (cursor_pure_const(c, &v))
		return value_const(f, ir_type_of(type_of(c)), v, NULL);
	if (clang_Cursor_isNull(arm))
		return any_association(f, c);
	return lower_value_as(f, arm, ir_type_of(type_of(c)));
}

/* ---- dispatch ---- */

#define FIRST_KIND CXCursor_UnexposedExpr
#define LAST_KIND  CXCursor_UnaryExpr

static value_fn *const value_fns[LAST_KIND - FIRST_KIND + 1] = {
	[CXCursor_UnexposedExpr - FIRST_KIND] = unexposed_value,
	[CXCursor_DeclRefExpr - FIRST_KIND] = declref_value,
	[CXCursor_MemberRefExpr - FIRST_KIND] = place_value,
	[CXCursor_CallExpr - FIRST_KIND] = lower_call,
	[CXCursor_IntegerLiteral - FIRST_KIND] = literal_value,
	[CXCursor_FloatingLiteral - FIRST_KIND] = other_value,
	[CXCursor_ImaginaryLiteral - FIRST_KIND] = other_value,
	[CXCursor_StringLiteral - FIRST_KIND] = place_value,
	[CXCursor_CharacterLiteral - FIRST_KIND] = literal_value,
	[CXCursor_ParenExpr - FIRST_KIND] = paren_value,
	[CXCursor_UnaryOperator - FIRST_KIND] = lower_unary,
	[CXCursor_ArraySubscriptExpr - FIRST_KIND] = place_value,
	[CXCursor_BinaryOperator - FIRST_KIND] = lower_binary,
	[CXCursor_CompoundAssignOperator - FIRST_KIND] = lower_compound_assign,
	[CXCursor_ConditionalOperator - FIRST_KIND] = lower_ternary,
	[CXCursor_CStyleCastExpr - FIRST_KIND] = cast_value,
	[CXCursor_CompoundLiteralExpr - FIRST_KIND] = place_value,
	[CXCursor_InitListExpr - FIRST_KIND] = braces_value,
	[CXCursor_AddrLabelExpr - FIRST_KIND] = label_value,
	[CXCursor_StmtExpr - FIRST_KIND] = lower_stmt_expr,
	[CXCursor_GenericSelectionExpr - FIRST_KIND] = generic_value,
	[CXCursor_GNUNullExpr - FIRST_KIND] = null_value,
	[CXCursor_CXXBoolLiteralExpr - FIRST_KIND] = literal_value,
	[CXCursor_CXXNullPtrLiteralExpr - FIRST_KIND] = null_value,
	[CXCursor_UnaryExpr - FIRST_KIND] = sizeof_value,
};

static struct value dispatch(struct flow *f, CXCursor c)
{
	int k = (int)clang_getCursorKind(c);
	CXType t = type_of(c);

	if (t.kind == CXType_Dependent || t.kind == CXType_Invalid)
		return not_understood(f, c, "expression with an error in it");
	if (k < FIRST_KIND || k > LAST_KIND || !value_fns[k - FIRST_KIND])
		return not_understood(f, c, "expression not understood");
	if (t.kind == CXType_Record)
		return place_value(f, c);
	return value_fns[k - FIRST_KIND](f, c);
}

struct value lower_value(struct flow *f, CXCursor c)
{
	struct loc saved = f->loc, here = loc_of(f->lo, c);
	struct value v;

	if (here.path)
		f->loc = here;
	f->depth++;
	if (f->depth > LOWER_DEPTH_MAX)
		v = not_understood(f, c, "nested too deeply");
	else
		v = dispatch(f, c);
	f->depth--;
	f->loc = saved;
	return v;
}

/* ---- for effects only ---- */

static void ternary_effect(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	uint32_t yes = flow_block(f), no = flow_block(f), end = flow_block(f);

	lower_cond(f, kids.v[0], yes, no, false);
	f->block = yes;
	lower_effect(f, kids.v[1]);
	flow_goto(f, end);
	f->block = no;
	lower_effect(f, kids.v[2]);
	flow_start(f, end);
}

static void effect_of(struct flow *f, CXCursor c)
{
	CXCursor inner = cursor_strip(c);
	enum CXCursorKind k = clang_getCursorKind(inner);

	if (k == CXCursor_StmtExpr)
		lower_stmt(f, cursor_first(inner));
	else if (k == CXCursor_ConditionalOperator && cursor_kids(f->scratch, inner).n == 3)
		ternary_effect(f, inner);
	else if (is_place_kind(inner) && !type_is_func(type_of(inner)) &&
		 !clang_isVolatileQualifiedType(clang_getCursorType(inner)))
		lower_place(f, inner);
	else if (!lower_update(f, inner))
		lower_value(f, is_place_kind(inner) ? inner : c);
}

void lower_effect(struct flow *f, CXCursor c)
{
	f->depth++;
	if (f->depth > LOWER_DEPTH_MAX)
		not_understood(f, c, "nested too deeply");
	else
		effect_of(f, c);
	f->depth--;
}
