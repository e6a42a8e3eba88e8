// SPDX-License-Identifier: MIT
/*
 * Statements, and a function's body as a whole. The flow has a current block;
 * a block that has ended makes the next instruction start a new one that
 * nothing reaches, and such blocks are dropped at the end.
 */
#include "front/lower_int.h"

/* ---- compounds ---- */

/* Leave the scopes opened since @until: their cleanups run, in reverse order. */
static void leave_scope(struct flow *f, struct cleanup *until, struct loc end)
{
	struct loc saved = f->loc;

	if (end.path)
		f->loc = end;
	if (!flow_is_dead(f))
		cleanup_run(f, until);
	f->cleanups = until;
	f->loc = saved;
}

static void lower_compound(struct flow *f, CXCursor c)
{
	struct cleanup *outer = f->cleanups;
	struct kids kids = cursor_kids(f->scratch, c);

	for (size_t i = 0; i < kids.n; i++)
		lower_stmt(f, kids.v[i]);
	leave_scope(f, outer, loc_end_of(f->lo, c));
}

/* ---- statement expressions ---- */

struct result {
	struct ir_ref into; /* REF_NONE: the value itself is wanted */
	CXType type;
	struct value value;
};

static void lower_last(struct flow *f, CXCursor c, struct result *r)
{
	while (clang_getCursorKind(c) == CXCursor_LabelStmt) {
		lower_label(f, c);
		c = cursor_last(c);
	}
	if (!clang_isExpression(clang_getCursorKind(c)))
		lower_stmt(f, c);
	else if (r->into.kind != REF_NONE)
		lower_into(f, c, r->type, r->into);
	else
		r->value = lower_value(f, c);
}

static void lower_value_block(struct flow *f, CXCursor c, struct result *r)
{
	CXCursor compound = cursor_first(c);
	struct kids kids = cursor_kids(f->scratch, compound);
	struct cleanup *outer = f->cleanups;

	for (size_t i = 0; i + 1 < kids.n; i++)
		lower_stmt(f, kids.v[i]);
	if (kids.n)
		lower_last(f, kids.v[kids.n - 1], r);
	leave_scope(f, outer, loc_end_of(f->lo, compound));
}

struct value lower_stmt_expr(struct flow *f, CXCursor c)
{
	struct result r = { .into = no_ref, .value = { no_ref, IRT_VOID } };
	enum ir_type t = ir_type_of(type_of(c));

	lower_value_block(f, c, &r);
	if (t != IRT_VOID && r.value.ref.kind == REF_NONE)
		return value_unknown(f, t, "statement expression without a value");
	return emit_cast(f, r.value, t);
}

void lower_stmt_expr_into(struct flow *f, CXCursor c, CXType t, struct ir_ref addr)
{
	struct result r = { .into = addr, .type = t };

	lower_value_block(f, c, &r);
}

/* ---- choices ---- */

static bool is_stmt_or_expr(CXCursor c)
{
	enum CXCursorKind k = clang_getCursorKind(c);

	return clang_isExpression(k) || clang_isStatement(k);
}

/* The parser drops a condition that it can't type, and keeps what follows. */
static void lost_condition(struct flow *f, CXCursor c, struct kids kids)
{
	uint32_t yes = flow_block(f), end = flow_block(f);

	flow_note(f, loc_of(f->lo, c), "condition with an error in it");
	emit_branch(f, value_unknown(f, IRT_I32, "condition with an error in it"), yes, end, NULL,
		    false);
	f->block = yes;
	for (size_t i = 0; i < kids.n; i++)
		lower_stmt(f, kids.v[i]);
	flow_start(f, end);
}

/* One link of an else-if chain; the next link, or null. */
static CXCursor lower_if_link(struct flow *f, CXCursor c, uint32_t end)
{
	struct kids kids = cursor_kids(f->scratch, c);
	uint32_t yes, no;

	if (kids.n < 2 || !clang_isExpression(clang_getCursorKind(kids.v[0]))) {
		lost_condition(f, c, kids);
		return clang_getNullCursor();
	}
	yes = flow_block(f);
	no = kids.n > 2 ? flow_block(f) : end;
	lower_cond(f, kids.v[0], yes, no, is_in_foreign_macro(f->lo, c));
	f->block = yes;
	lower_stmt(f, kids.v[1]);
	flow_goto(f, end);
	f->block = no;
	return kids.n > 2 ? kids.v[2] : clang_getNullCursor();
}

static void lower_if(struct flow *f, CXCursor c)
{
	uint32_t end = flow_block(f);

	while (clang_getCursorKind(c) == CXCursor_IfStmt)
		c = lower_if_link(f, c, end);
	if (!clang_Cursor_isNull(c))
		lower_stmt(f, c);
	if (f->block != end)
		flow_start(f, end);
}

/* ---- loops ---- */

static struct exits enter_loop(struct flow *f, uint32_t to_break, uint32_t to_continue)
{
	struct exits saved = f->exits;

	f->exits = (struct exits){ to_break, to_continue, f->cleanups, f->cleanups };
	return saved;
}

/* The condition of a loop; an endless one is a plain jump. */
void lower_loop_cond(struct flow *f, CXCursor cond, uint32_t body, uint32_t end)
{
	wide k;

	if (!clang_isExpression(clang_getCursorKind(cond)))
		flow_goto(f, body);
	else if (cursor_pure_const(cond, &k))
		flow_goto(f, k ? body : end);
	else
		lower_cond(f, cond, body, end, false);
}

void lower_loop_body(struct flow *f, CXCursor body, uint32_t to_break, uint32_t to_continue)
{
	struct exits saved = enter_loop(f, to_break, to_continue);

	lower_stmt(f, body);
	flow_goto(f, to_continue);
	f->exits = saved;
}

static void lower_while(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	uint32_t head = flow_block(f), body = flow_block(f), end = flow_block(f);

	if (kids.n != 2) {
		lost_condition(f, c, kids);
		return;
	}
	flow_start(f, head);
	lower_loop_cond(f, kids.v[0], body, end);
	f->block = body;
	lower_loop_body(f, kids.v[1], end, head);
	f->block = end;
}

static void lower_do(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	uint32_t body = flow_block(f), cond = flow_block(f), end = flow_block(f);

	if (kids.n != 2) {
		lost_condition(f, c, kids);
		return;
	}
	flow_start(f, body);
	lower_loop_body(f, kids.v[0], end, cond);
	f->block = cond;
	lower_loop_cond(f, kids.v[1], body, end);
	f->block = end;
}

static void lower_break(struct flow *f, CXCursor c)
{
	(void)c;
	if (f->exits.to_break == UINT32_MAX)
		return;
	cleanup_run(f, f->exits.break_cleanups);
	flow_goto(f, f->exits.to_break);
}

static void lower_continue(struct flow *f, CXCursor c)
{
	(void)c;
	if (f->exits.to_continue == UINT32_MAX)
		return;
	cleanup_run(f, f->exits.continue_cleanups);
	flow_goto(f, f->exits.to_continue);
}

/* ---- the rest ---- */

static struct value returned(struct flow *f, CXCursor c)
{
	enum ir_type t = ir_type_of(f->ret);

	if (!clang_isExpression(clang_getCursorKind(c)))
		return (struct value){ no_ref, IRT_VOID };
	if (t != IRT_VOID)
		return lower_value_as(f, c, t);
	lower_effect(f, c);
	return (struct value){ no_ref, IRT_VOID };
}

/* The value is computed before the cleanups run. */
static void lower_return(struct flow *f, CXCursor c)
{
	struct value v = returned(f, cursor_first(c));

	cleanup_run(f, NULL);
	if (v.ref.kind == REF_NONE && ir_type_of(f->ret) != IRT_VOID)
		v = value_unknown(f, ir_type_of(f->ret), "return without a value");
	emit(f, (struct ir_insn){ .op = OP_RET, .arg = { v.ref } });
}

static void lower_decl_stmt(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);

	for (size_t i = 0; i < kids.n; i++)
		lower_local(f, kids.v[i]);
}

static void lower_labelled(struct flow *f, CXCursor c)
{
	CXCursor inner = cursor_last(c);

	lower_label(f, c);
	if (is_stmt_or_expr(inner))
		lower_stmt(f, inner);
}

static void lower_nothing(struct flow *f, CXCursor c)
{
	(void)f;
	(void)c;
}

/* Statements with attributes: what they wrap. */
static void lower_wrapped(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);

	for (size_t i = 0; i < kids.n; i++)
		if (is_stmt_or_expr(kids.v[i]))
			lower_stmt(f, kids.v[i]);
}

typedef void stmt_fn(struct flow *f, CXCursor c);

#define FIRST_KIND CXCursor_UnexposedStmt
#define LAST_KIND  CXCursor_DeclStmt

static stmt_fn *const stmt_fns[LAST_KIND - FIRST_KIND + 1] = {
	[CXCursor_UnexposedStmt - FIRST_KIND] = lower_wrapped,
	[CXCursor_LabelStmt - FIRST_KIND] = lower_labelled,
	[CXCursor_CompoundStmt - FIRST_KIND] = lower_compound,
	[CXCursor_CaseStmt - FIRST_KIND] = lower_case,
	[CXCursor_DefaultStmt - FIRST_KIND] = lower_default,
	[CXCursor_IfStmt - FIRST_KIND] = lower_if,
	[CXCursor_SwitchStmt - FIRST_KIND] = lower_switch,
	[CXCursor_WhileStmt - FIRST_KIND] = lower_while,
	[CXCursor_DoStmt - FIRST_KIND] = lower_do,
	[CXCursor_ForStmt - FIRST_KIND] = lower_for,
	[CXCursor_GotoStmt - FIRST_KIND] = lower_goto,
	[CXCursor_IndirectGotoStmt - FIRST_KIND] = lower_computed_goto,
	[CXCursor_ContinueStmt - FIRST_KIND] = lower_continue,
	[CXCursor_BreakStmt - FIRST_KIND] = lower_break,
	[CXCursor_ReturnStmt - FIRST_KIND] = lower_return,
	[CXCursor_GCCAsmStmt - FIRST_KIND] = lower_asm,
	[CXCursor_NullStmt - FIRST_KIND] = lower_nothing,
	[CXCursor_DeclStmt - FIRST_KIND] = lower_decl_stmt,
};

static void dispatch(struct flow *f, CXCursor c)
{
	int k = (int)clang_getCursorKind(c);

	if (clang_isExpression(clang_getCursorKind(c)))
		lower_effect(f, c);
	else if (k >= FIRST_KIND && k <= LAST_KIND && stmt_fns[k - FIRST_KIND])
		stmt_fns[k - FIRST_KIND](f, c);
	else if (clang_isStatement(clang_getCursorKind(c)))
		flow_note(f, loc_of(f->lo, c), "statement not understood");
}

void lower_stmt(struct flow *f, CXCursor c)
{
	struct loc saved = f->loc, here = loc_of(f->lo, c);

	if (here.path)
		f->loc = here;
	f->depth++;
	if (f->depth > LOWER_DEPTH_MAX)
		flow_note(f, here, "nested too deeply");
	else
		dispatch(f, c);
	f->depth--;
	f->loc = saved;
}

/* ---- bodies ---- */

static CXCursor body_of(CXCursor def)
{
	CXCursor body = cursor_last(def);

	return clang_getCursorKind(body) == CXCursor_CompoundStmt ? body : clang_getNullCursor();
}

static void lower_params(struct flow *f, CXCursor def)
{
	int n = clang_Cursor_getNumArguments(def);

	for (int i = 0; i < n; i++)
		local_of(f, clang_Cursor_getArgument(def, (unsigned int)i));
	flow_func(f)->nparams = flow_func(f)->locals.n;
}

static void fall_off_the_end(struct flow *f, CXCursor body)
{
	struct value v = { no_ref, IRT_VOID };

	f->loc = loc_end_of(f->lo, body);
	if (flow_is_dead(f))
		return;
	if (ir_type_of(f->ret) != IRT_VOID)
		v = value_unknown(f, ir_type_of(f->ret), "falls off the end");
	emit(f, (struct ir_insn){ .op = OP_RET, .arg = { v.ref } });
}

void lower_body(struct lower *lo, CXCursor def, uint32_t func)
{
	struct arena *scratch = arena_new();
	CXCursor body = body_of(def);
	struct flow f = { .lo = lo, .scratch = scratch, .func = func };

	f.locals.arena = scratch;
	f.exits.to_break = f.exits.to_continue = UINT32_MAX;
	f.ret = clang_getCursorResultType(def);
	f.loc = loc_of(lo, def);
	lower_params(&f, def);
	f.block = flow_block(&f);
	lower_stmt(&f, body);
	fall_off_the_end(&f, body);
	labels_resolve(&f);
	prune_blocks(flow_func(&f));
	note_losses(lo, flow_func(&f), def);
	arena_drop(scratch);
}
