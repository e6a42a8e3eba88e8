// SPDX-License-Identifier: MIT
/*
 * for. libclang leaves absent parts out, so for(a;;), for(;a;) and for(;;a)
 * have the same children. Which parts there are is read off the text: of the
 * file, or of the macro that wrote the loop. Where neither agrees with the
 * number of children, the shape of the expressions decides.
 */
#include "front/lower_int.h"

struct parts {
	CXCursor init, cond, step, body;
};

/** has[i]: whether part i of "(a; b; c" is there; @lx is after the bracket. */
static bool read_parts(struct lexer lx, bool has[3])
{
	struct tok t;
	int part = 0;

	has[0] = has[1] = has[2] = false;
	while (tok_next(&lx, &t)) {
		if (tok_is(&t, ")"))
			return part == 2;
		if (tok_is(&t, ";")) {
			if (++part > 2)
				return false;
			continue;
		}
		has[part] = true;
		if (tok_is(&t, "(") || tok_is(&t, "[") || tok_is(&t, "{"))
			lexer_close(&lx);
	}
	return false;
}

static size_t count_parts(const bool has[3])
{
	return (size_t)has[0] + has[1] + has[2];
}

/* The first "for (" in @lx, also through macros, whose parts are @n. */
static bool find_parts(struct lower *lo, struct lexer lx, size_t n, bool has[3], int *budget)
{
	struct lexer body;
	struct tok t;

	while (--*budget > 0 && tok_next(&lx, &t)) {
		if (tok_is(&t, "for")) {
			if (tok_next(&lx, &t) && tok_is(&t, "(") && read_parts(lx, has) &&
			    count_parts(has) == n)
				return true;
		} else if (t.kind == TOK_IDENT && macro_body(lo, &t, &body) &&
			   find_parts(lo, body, n, has, budget)) {
			return true;
		}
	}
	return false;
}

static bool is_side_effect(CXCursor c)
{
	c = cursor_strip(c);
	switch ((int)clang_getCursorKind(c)) {
	case CXCursor_CompoundAssignOperator:
		return true;
	case CXCursor_UnaryOperator:
		return clang_getCursorUnaryOperatorKind(c) <= CXUnaryOperator_PreDec;
	case CXCursor_BinaryOperator:
		return clang_getCursorBinaryOperatorKind(c) >= CXBinaryOperator_Assign;
	default:
		return type_of(c).kind == CXType_Void;
	}
}

/* By shape: declarations come first, tests in the middle, assignments last. */
static void guess_parts(struct kids kids, size_t n, bool has[3])
{
	has[0] = n && clang_getCursorKind(kids.v[0]) == CXCursor_DeclStmt;
	has[1] = n > (size_t)has[0] && !is_side_effect(kids.v[has[0] ? 1 : 0]);
	has[2] = n > (size_t)has[0] + has[1];
	if (count_parts(has) < n)
		has[0] = true;
	if (count_parts(has) < n)
		has[1] = true;
}

static void which_parts(struct lower *lo, CXCursor c, struct kids kids, bool has[3])
{
	size_t n = kids.n - 1;
	int budget = 4000;

	if (n == 0 || n >= 3)
		has[0] = has[1] = has[2] = n != 0;
	else if (!find_parts(lo, lexer_of(lo, c), n, has, &budget))
		guess_parts(kids, n, has);
}

static struct parts parts_of(struct lower *lo, CXCursor c, struct kids kids)
{
	CXCursor none = clang_getNullCursor();
	struct parts p = { none, none, none, kids.v[kids.n - 1] };
	bool has[3];
	size_t i = 0;

	which_parts(lo, c, kids, has);
	if (has[0])
		p.init = kids.v[i++];
	if (has[1])
		p.cond = kids.v[i++];
	if (has[2])
		p.step = kids.v[i++];
	return p;
}

void lower_for(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	uint32_t head = flow_block(f), body = flow_block(f), step = flow_block(f);
	uint32_t end = flow_block(f);
	struct cleanup *outer = f->cleanups;
	struct parts p;

	if (!kids.n || kids.n > 4) {
		flow_note(f, loc_of(f->lo, c), "for with an error in it");
		flow_start(f, end);
		return;
	}
	p = parts_of(f->lo, c, kids);
	if (!clang_Cursor_isNull(p.init))
		lower_stmt(f, p.init);
	flow_start(f, head);
	lower_loop_cond(f, p.cond, body, end);
	f->block = body;
	lower_loop_body(f, p.body, end, step);
	f->block = step;
	if (!clang_Cursor_isNull(p.step))
		lower_stmt(f, p.step);
	flow_goto(f, head);
	f->block = end;
	cleanup_run(f, outer);
	f->cleanups = outer;
}
