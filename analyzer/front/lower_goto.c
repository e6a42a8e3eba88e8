// SPDX-License-Identifier: MIT
/*
 * goto, labels, computed goto and asm. A goto out of scopes must run their
 * cleanups, but how many is known only when the label has been seen; so it
 * jumps to a block of its own that is filled in at the end. The same goes for
 * what jumps to labels that libclang doesn't tell: computed goto and asm goto.
 */
#include <string.h>

#include "front/lower_int.h"

/* The cursor a goto refers to and the one visited may differ; the place doesn't. */
uint32_t label_of(struct flow *f, CXCursor label)
{
	CXSourceLocation at = clang_getCursorLocation(label);
	struct label *l;

	for (size_t i = 0; i < f->labels.n; i++)
		if (clang_equalLocations(f->labels.v[i].at, at))
			return (uint32_t)i;
	l = vec_push(f->scratch, &f->labels);
	l->at = at;
	l->block = flow_block(f);
	l->name = lower_spelling(f->lo, label);
	return (uint32_t)(f->labels.n - 1);
}

void lower_label(struct flow *f, CXCursor c)
{
	uint32_t idx = label_of(f, c);
	struct label *l = &f->labels.v[idx];

	if (l->is_placed)
		return;
	l->is_placed = true;
	l->cleanups = f->cleanups;
	flow_start(f, l->block);
}

void lower_goto(struct flow *f, CXCursor c)
{
	CXCursor label = clang_getCursorReferenced(cursor_first(c));
	struct pending *p;
	uint32_t idx, block;

	if (clang_getCursorKind(label) != CXCursor_LabelStmt) {
		flow_note(f, loc_of(f->lo, c), "goto an unknown label");
		emit(f, (struct ir_insn){ .op = OP_UNREACHABLE });
		return;
	}
	idx = label_of(f, label);
	if (!f->cleanups) {
		flow_goto(f, f->labels.v[idx].block);
		return;
	}
	block = flow_block(f);
	flow_goto(f, block);
	p = vec_push(f->scratch, &f->gotos);
	*p = (struct pending){ block, idx, f->cleanups, f->loc };
}

static void open_wild(struct flow *f, struct lexer text, uint32_t next)
{
	struct wild *w;

	if (flow_is_dead(f))
		f->block = flow_block(f);
	w = vec_push(f->scratch, &f->wilds);
	*w = (struct wild){ f->block, next, text, f->loc };
}

void lower_computed_goto(struct flow *f, CXCursor c)
{
	struct lexer every = { NULL, NULL };

	lower_effect(f, cursor_first(c));
	open_wild(f, every, UINT32_MAX);
	f->block = flow_block(f);
}

/* ---- asm ---- */

#ifdef MIGVER_HAVE_ASM_GOTO
static bool is_asm_goto(struct lower *lo, CXCursor c)
{
	(void)lo;
	return clang_Cursor_isGCCAssemblyHasGoto(c);
}
#else
static bool is_asm_word(const struct tok *t)
{
	static const char *const words[] = { "asm",	     "__asm__",	   "__asm",  "volatile",
					     "__volatile__", "__volatile", "inline", "__inline" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (tok_is(t, words[i]))
			return true;
	return false;
}

/* Whether "asm goto" occurs in @lx, also in the bodies of macros used there. */
static bool has_asm_goto(struct lower *lo, struct lexer lx, int *budget)
{
	bool after_asm = false;
	struct lexer body;
	struct tok t;

	while (--*budget > 0 && tok_next(&lx, &t)) {
		if (after_asm && tok_is(&t, "goto"))
			return true;
		after_asm = is_asm_word(&t);
		if (t.kind == TOK_IDENT && macro_body(lo, &t, &body) &&
		    has_asm_goto(lo, body, budget))
			return true;
	}
	return false;
}

static bool is_asm_goto(struct lower *lo, CXCursor c)
{
	int budget = 2000;

	return has_asm_goto(lo, lexer_of(lo, c), &budget);
}
#endif

/* Outputs are shown bare, inputs converted; a bare input is memory, which may change too. */
static size_t asm_operands(struct flow *f, struct kids kids, struct ir_ref *args)
{
	size_t n = 0;

	for (size_t i = 0; i < kids.n; i++) {
		struct value v;

		if (!clang_isExpression(clang_getCursorKind(kids.v[i])))
			continue;
		if (is_place_kind(kids.v[i])) {
			args[n++] = lower_place(f, kids.v[i]).addr;
			continue;
		}
		v = lower_value(f, kids.v[i]);
		if (v.type == IRT_PTR && v.ref.kind != REF_CONST && v.ref.kind != REF_FUNC)
			args[n++] = v.ref;
	}
	return n;
}

static bool is_string_part(CXCursor c)
{
	return clang_getCursorKind(c) == CXCursor_StringLiteral;
}

void lower_asm(struct flow *f, CXCursor c)
{
	struct kids kids = cursor_kids(f->scratch, c);
	struct ir_ref *args = arena_array(f->scratch, kids.n + 1, sizeof(*args));
	uint32_t next;

	for (size_t i = 0; i < kids.n;)
		if (is_string_part(kids.v[i]))
			memmove(&kids.v[i], &kids.v[i + 1], (--kids.n - i) * sizeof(*kids.v));
		else
			i++;
	emit_clobber(f, args, asm_operands(f, kids, args), "asm");
	if (!is_asm_goto(f->lo, c))
		return;
	next = flow_block(f);
	open_wild(f, lexer_of(f->lo, c), next);
	f->block = next;
}

/* ---- at the function's end ---- */

static void resolve_gotos(struct flow *f)
{
	for (size_t i = 0; i < f->gotos.n; i++) {
		const struct pending *p = &f->gotos.v[i];
		const struct label *l = &f->labels.v[p->label];

		f->block = p->block;
		f->loc = p->loc;
		f->cleanups = p->cleanups;
		cleanup_run(f, cleanup_common(p->cleanups, l->cleanups));
		flow_goto(f, l->block);
	}
}

static size_t named_labels(struct flow *f, struct lexer text, struct ir_case *cases)
{
	size_t n = 0;

	for (size_t i = 0; i < f->labels.n; i++)
		if (!text.p || lexer_has(text, f->labels.v[i].name)) {
			cases[n] = (struct ir_case){ (wide)n, (wide)n, f->labels.v[i].block };
			n++;
		}
	return n;
}

static void resolve_wild(struct flow *f, const struct wild *w)
{
	struct lexer every = { NULL, NULL };
	struct ir_switch *sw = arena_new_of(f->lo->unit->arena, struct ir_switch);
	struct ir_insn insn = { .op = OP_SWITCH, .type = IRT_U32, .sw = sw, .text = "any label" };

	f->block = w->block;
	f->loc = w->loc;
	sw->cases = arena_array(f->lo->unit->arena, f->labels.n + 1, sizeof(*sw->cases));
	sw->ncases = named_labels(f, w->text, sw->cases);
	if (!sw->ncases)
		sw->ncases = named_labels(f, every, sw->cases);
	if (!sw->ncases && w->next == UINT32_MAX) {
		emit(f, (struct ir_insn){ .op = OP_UNREACHABLE });
		return;
	}
	sw->fallback = w->next != UINT32_MAX ? w->next : sw->cases[--sw->ncases].target;
	insn.arg[0] = value_unknown(f, IRT_U32, "which label is jumped to").ref;
	emit(f, insn);
}

void labels_resolve(struct flow *f)
{
	resolve_gotos(f);
	for (size_t i = 0; i < f->wilds.n; i++)
		resolve_wild(f, &f->wilds.v[i]);
	for (size_t i = 0; i < f->labels.n; i++) {
		f->block = f->labels.v[i].block;
		if (!f->labels.v[i].is_placed)
			emit(f, (struct ir_insn){ .op = OP_UNREACHABLE });
	}
}
