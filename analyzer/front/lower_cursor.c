// SPDX-License-Identifier: MIT
/* Questions about libclang's tree that have nothing to do with IR. */
#include <string.h>

#include "front/lower_int.h"

struct kid_list {
	struct arena *arena;
	VEC(CXCursor) v;
};

static enum CXChildVisitResult push_kid(CXCursor c, CXCursor parent, CXClientData data)
{
	struct kid_list *list = data;

	(void)parent;
	*vec_push(list->arena, &list->v) = c;
	return CXChildVisit_Continue;
}

struct kids cursor_kids(struct arena *a, CXCursor c)
{
	struct kid_list list = { .arena = a };

	clang_visitChildren(c, push_kid, &list);
	return (struct kids){ list.v.v, list.v.n };
}

static enum CXChildVisitResult keep_last(CXCursor c, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(CXCursor *)data = c;
	return CXChildVisit_Continue;
}

CXCursor cursor_last(CXCursor c)
{
	CXCursor last = clang_getNullCursor();

	clang_visitChildren(c, keep_last, &last);
	return last;
}

static enum CXChildVisitResult keep_first(CXCursor c, CXCursor parent, CXClientData data)
{
	(void)parent;
	*(CXCursor *)data = c;
	return CXChildVisit_Break;
}

CXCursor cursor_first(CXCursor c)
{
	CXCursor first = clang_getNullCursor();

	clang_visitChildren(c, keep_first, &first);
	return first;
}

static bool is_extension(CXCursor c)
{
	return clang_getCursorKind(c) == CXCursor_UnaryOperator &&
	       clang_getCursorUnaryOperatorKind(c) == CXUnaryOperator_Extension;
}

CXCursor cursor_peel(CXCursor c)
{
	while (clang_getCursorKind(c) == CXCursor_ParenExpr || is_extension(c))
		c = cursor_first(c);
	return c;
}

static enum CXChildVisitResult count_kid(CXCursor c, CXCursor parent, CXClientData data)
{
	(void)c;
	(void)parent;
	++*(unsigned int *)data;
	return CXChildVisit_Continue;
}

static bool has_one_kid(CXCursor c)
{
	unsigned int n = 0;

	clang_visitChildren(c, count_kid, &n);
	return n == 1;
}

/*
 * An implicit conversion has its operand's extent. So va_arg and the traits of
 * types, whose only child may be the operand of a typeof(), are told from it.
 */
bool cursor_is_implicit(CXCursor c)
{
	return clang_getCursorKind(c) == CXCursor_UnexposedExpr && has_one_kid(c) &&
	       clang_isExpression(clang_getCursorKind(cursor_first(c))) &&
	       clang_equalRanges(clang_getCursorExtent(c), clang_getCursorExtent(cursor_first(c)));
}

CXCursor cursor_undecay(CXCursor c)
{
	for (c = cursor_peel(c); cursor_is_implicit(c); c = cursor_peel(c))
		c = cursor_first(c);
	return c;
}

CXCursor cursor_strip(CXCursor c)
{
	for (c = cursor_undecay(c); clang_getCursorKind(c) == CXCursor_CStyleCastExpr;
	     c = cursor_undecay(c))
		c = cursor_last(c);
	return c;
}

bool cursor_is_attr(CXCursor c)
{
	return clang_isAttribute(clang_getCursorKind(c));
}

/*
 * clang_Cursor_Evaluate() crashes on braces and on values that depend on an
 * error, so only integers are ever given to it.
 */
bool cursor_eval(CXCursor c, wide *value)
{
	enum ir_type t = ir_type_of(type_of(c));
	CXEvalResult r;
	bool ok;

	if (t == IRT_VOID || t == IRT_PTR || t == IRT_OTHER ||
	    clang_getCursorKind(c) == CXCursor_InitListExpr)
		return false;
	r = clang_Cursor_Evaluate(c);
	ok = r && clang_EvalResult_getKind(r) == CXEval_Int;
	if (ok)
		*value = clang_EvalResult_isUnsignedInt(r)
				 ? (wide)clang_EvalResult_getAsUnsigned(r)
				 : (wide)clang_EvalResult_getAsLongLong(r);
	if (r)
		clang_EvalResult_dispose(r);
	return ok;
}

/* ---- constant expressions ---- */

struct purity {
	int depth;
	bool is_pure, is_callee;
};

static bool is_pure(CXCursor c, int depth);

static enum CXChildVisitResult check_kid(CXCursor c, CXCursor parent, CXClientData data)
{
	struct purity *p = data;

	(void)parent;
	if (p->is_callee)
		p->is_callee = false;
	else if (clang_isExpression(clang_getCursorKind(c)))
		p->is_pure = is_pure(c, p->depth + 1);
	return p->is_pure ? CXChildVisit_Continue : CXChildVisit_Break;
}

static bool are_kids_pure(CXCursor c, int depth, bool skip_first)
{
	struct purity p = { .depth = depth, .is_pure = true, .is_callee = skip_first };

	clang_visitChildren(c, check_kid, &p);
	return p.is_pure;
}

static bool is_pure_call(CXCursor c, int depth)
{
	CXString s = clang_getCursorSpelling(c);
	const char *name = clang_getCString(s);
	bool is_builtin = name && strncmp(name, "__builtin_", 10) == 0;
	bool asks = is_builtin && strcmp(name, "__builtin_constant_p") == 0;

	clang_disposeString(s);
	return asks || (is_builtin && are_kids_pure(c, depth, true));
}

/* Conversions, choices and ?: without a middle have operands; traits and offsetof don't. */
static bool is_pure_unexposed(CXCursor c, int depth)
{
	unsigned int n = 0;

	clang_visitChildren(c, count_kid, &n);
	if (n < 3 && !cursor_is_implicit(c))
		return true;
	return are_kids_pure(c, depth, false);
}

static bool is_pure_operator(CXCursor c, int depth)
{
	switch (clang_getCursorUnaryOperatorKind(c)) {
	case CXUnaryOperator_Plus:
	case CXUnaryOperator_Minus:
	case CXUnaryOperator_Not:
	case CXUnaryOperator_LNot:
	case CXUnaryOperator_Extension:
		return are_kids_pure(c, depth, false);
	default:
		return false;
	}
}

static bool is_pure(CXCursor c, int depth)
{
	if (depth > LOWER_DEPTH_MAX)
		return false;
	switch ((int)clang_getCursorKind(c)) {
	case CXCursor_IntegerLiteral:
	case CXCursor_CharacterLiteral:
	case CXCursor_FloatingLiteral:
	case CXCursor_CXXBoolLiteralExpr:
	case CXCursor_UnaryExpr:
		return true;
	case CXCursor_DeclRefExpr:
		return clang_getCursorKind(clang_getCursorReferenced(c)) ==
		       CXCursor_EnumConstantDecl;
	case CXCursor_UnaryOperator:
		return is_pure_operator(c, depth);
	case CXCursor_BinaryOperator:
		return clang_getCursorBinaryOperatorKind(c) < CXBinaryOperator_Assign &&
		       are_kids_pure(c, depth, false);
	case CXCursor_ParenExpr:
	case CXCursor_ConditionalOperator:
	case CXCursor_CStyleCastExpr:
		return are_kids_pure(c, depth, false);
	case CXCursor_UnexposedExpr:
		return is_pure_unexposed(c, depth);
	case CXCursor_GenericSelectionExpr:
		return are_kids_pure(c, depth, true);
	case CXCursor_CallExpr:
		return is_pure_call(c, depth);
	default:
		return false;
	}
}

bool cursor_pure_const(CXCursor c, wide *value)
{
	return is_pure(c, 0) && cursor_eval(c, value);
}

/* ---- maps by cursor ---- */

static struct cursor_slot *find_slot(const struct cursor_map *m, CXCursor key)
{
	size_t i = (clang_hashCursor(key) * (size_t)0x9e3779b1u) & (m->cap - 1);

	while (m->slots[i].is_used && !clang_equalCursors(m->slots[i].key, key))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

static void cursor_map_double(struct cursor_map *m)
{
	struct cursor_slot *old = m->slots;
	size_t n = m->cap;

	m->cap = n ? n * 2 : 64;
	m->slots = arena_array(m->arena, m->cap, sizeof(*m->slots));
	for (size_t i = 0; i < n; i++)
		if (old[i].is_used)
			*find_slot(m, old[i].key) = old[i];
}

void cursor_map_put(struct cursor_map *m, CXCursor key, uint32_t value)
{
	struct cursor_slot *slot;

	if (m->n * 2 >= m->cap)
		cursor_map_double(m);
	slot = find_slot(m, key);
	if (!slot->is_used)
		m->n++;
	*slot = (struct cursor_slot){ .key = key, .value = value, .is_used = true };
}

uint32_t *cursor_map_get(const struct cursor_map *m, CXCursor key)
{
	struct cursor_slot *slot;

	if (!m->cap)
		return NULL;
	slot = find_slot(m, key);
	return slot->is_used ? &slot->value : NULL;
}
