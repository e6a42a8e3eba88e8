// SPDX-License-Identifier: MIT
/*
 * __attribute__((cleanup(f))): the kernel's __free(), guard(), scoped_guard()
 * and CLASS(). The open cleanups form a list that grows at declarations and is
 * never changed, only left: each scope, loop and label remembers how long the
 * list was there, and a jump calls what lies between its two ends.
 *
 * libclang hides the function's name, but prints it as part of the declaration.
 */
#include <string.h>

#include "front/lower_int.h"

static const char *find_word(const char *text, const char *word)
{
	return text ? strstr(text, word) : NULL;
}

/* The identifier in "cleanup(IDENT)" of a declaration as clang prints it. */
static const char *function_in(struct lower *lo, const char *text)
{
	const char *at = find_word(text, "cleanup(");
	struct lexer lx;
	struct tok t;

	if (!at)
		return NULL;
	at += strlen("cleanup(");
	lx = (struct lexer){ at, at + strlen(at) };
	if (!tok_next(&lx, &t) || t.kind != TOK_IDENT)
		return NULL;
	return lower_intern(lo, arena_strndup(lo->scratch, t.s, t.n));
}

static const char *cleanup_name(struct lower *lo, CXCursor decl)
{
	CXPrintingPolicy policy = clang_getCursorPrintingPolicy(decl);
	CXString printed;
	const char *name;

	clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_SuppressInitializers, 1);
	printed = clang_getCursorPrettyPrinted(decl, policy);
	clang_PrintingPolicy_dispose(policy);
	name = function_in(lo, clang_getCString(printed));
	clang_disposeString(printed);
	return name;
}

static enum CXChildVisitResult find_attr(CXCursor c, CXCursor parent, CXClientData data)
{
	(void)parent;
	if (clang_getCursorKind(c) != CXCursor_UnexposedAttr)
		return CXChildVisit_Continue;
	*(bool *)data = true;
	return CXChildVisit_Break;
}

void cleanup_declare(struct flow *f, CXCursor decl, uint32_t idx)
{
	struct cleanup *open;
	bool has_attr = false;
	const char *name;

	clang_visitChildren(decl, find_attr, &has_attr);
	name = has_attr ? cleanup_name(f->lo, decl) : NULL;
	if (!name)
		return;
	open = arena_new_of(f->scratch, struct cleanup);
	open->outer = f->cleanups;
	open->local = idx;
	open->func = lower_func_named(f->lo, name, "void (void *)", IRT_VOID);
	f->cleanups = open;
}

void cleanup_run(struct flow *f, struct cleanup *until)
{
	for (struct cleanup *c = f->cleanups; c && c != until && !flow_is_dead(f); c = c->outer) {
		struct ir_ref addr = ir_ref(REF_LOCAL, c->local);

		emit_call(f, c->func, &addr, 1, f->lo->unit->funcs.v[c->func].ret);
	}
}

static size_t list_length(const struct cleanup *c)
{
	size_t n = 0;

	for (; c; c = c->outer)
		n++;
	return n;
}

struct cleanup *cleanup_common(struct cleanup *a, struct cleanup *b)
{
	size_t na = list_length(a), nb = list_length(b);

	for (; na > nb; na--)
		a = a->outer;
	for (; nb > na; nb--)
		b = b->outer;
	while (a != b) {
		a = a->outer;
		b = b->outer;
	}
	return a;
}
