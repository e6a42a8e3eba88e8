// SPDX-License-Identifier: MIT
/* Calls, by name and through pointers. */
#include <string.h>

#include "front/lower_int.h"

/* "struct tag.member" if the function pointer comes out of a struct. */
static const char *callee_text(struct flow *f, CXCursor callee)
{
	for (int i = 0; i < 8; i++) {
		callee = cursor_strip(callee);
		switch ((int)clang_getCursorKind(callee)) {
		case CXCursor_MemberRefExpr:
			return member_name(f->lo, callee);
		case CXCursor_UnaryOperator:
		case CXCursor_ArraySubscriptExpr:
			callee = cursor_first(callee);
			break;
		default:
			return NULL;
		}
	}
	return NULL;
}

size_t lower_args(struct flow *f, CXCursor c, struct ir_ref **args)
{
	int n = clang_Cursor_getNumArguments(c);

	if (n < 0)
		n = 0;
	*args = arena_array(f->scratch, (size_t)n + 1, sizeof(**args));
	for (int i = 0; i < n; i++) {
		struct ir_ref r = lower_value(f, clang_Cursor_getArgument(c, (unsigned int)i)).ref;

		(*args)[i] =
			r.kind == REF_NONE ? value_unknown(f, IRT_I32, "void argument").ref : r;
	}
	return (size_t)n;
}

static struct value indirect_call(struct flow *f, CXCursor c, CXCursor callee, struct value target)
{
	struct ir_call *call = arena_new_of(f->lo->unit->arena, struct ir_call);
	struct ir_insn insn = { .op = OP_ICALL, .call = call, .arg = { target.ref } };
	struct ir_ref *args;

	call->nargs = lower_args(f, c, &args);
	call->args = arena_array(f->lo->unit->arena, call->nargs + 1, sizeof(*args));
	memcpy(call->args, args, call->nargs * sizeof(*args));
	insn.type = ir_type_of(type_of(c));
	insn.text = callee_text(f, callee);
	return (struct value){ emit(f, insn), insn.type };
}

static bool is_builtin_name(const char *name)
{
	return strncmp(name, "__builtin_", 10) == 0 || strncmp(name, "__sync_", 7) == 0 ||
	       strncmp(name, "__atomic_", 9) == 0;
}

/* The name of the compiler's builtin that is called, or NULL. */
static const char *builtin_name(struct flow *f, CXCursor c)
{
	CXCursor decl = clang_getCursorReferenced(c);
	const char *name;

	if (clang_getCursorKind(decl) != CXCursor_FunctionDecl)
		return NULL;
	name = lower_spelling(f->lo, decl);
	return is_builtin_name(name) ? name : NULL;
}

struct value lower_call(struct flow *f, CXCursor c)
{
	const char *name = builtin_name(f, c);
	CXCursor callee = cursor_first(c);
	struct value v, target;
	struct ir_ref *args;
	size_t n;

	if (name)
		return lower_builtin(f, c, name);
	if (!clang_isExpression(clang_getCursorKind(callee)))
		return value_unknown(f, ir_type_of(type_of(c)), "call not understood");
	target = lower_value(f, callee);
	if (target.ref.kind != REF_FUNC)
		return indirect_call(f, c, callee, target);
	n = lower_args(f, c, &args);
	v = emit_call(f, target.ref.idx, args, n, ir_type_of(type_of(c)));
	return v;
}
