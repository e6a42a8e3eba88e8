// SPDX-License-Identifier: MIT
/*
 * Tidying up: jumps to a block that only jumps on go where it goes; blocks that
 * nothing reaches are dropped, and the others and the temporaries numbered anew.
 */
#include "front/lower_int.h"
#include "ir/cfg.h"

static size_t targets_of(const struct ir_insn *term, struct arena *a, uint32_t **out)
{
	size_t n = ir_succs(term, NULL, 0);

	*out = arena_array(a, n + 1, sizeof(**out));
	return ir_succs(term, *out, n);
}

static const struct ir_insn *terminator(const struct ir_block *b)
{
	return &b->insns.v[b->insns.n - 1];
}

static void mark_reached(const struct ir_func *f, struct arena *a, bool *reached)
{
	uint32_t *stack = arena_array(a, f->blocks.n + 1, sizeof(*stack)), *to;
	size_t top = 0;

	stack[top++] = 0;
	reached[0] = true;
	while (top) {
		const struct ir_block *b = &f->blocks.v[stack[--top]];
		size_t n = targets_of(terminator(b), a, &to);

		for (size_t i = 0; i < n; i++) {
			if (reached[to[i]])
				continue;
			reached[to[i]] = true;
			stack[top++] = to[i];
		}
	}
}

/* Where a jump to @b ends up; an empty loop is left after as many steps as there are blocks. */
static uint32_t end_of_jumps(const struct ir_func *f, uint32_t b)
{
	for (size_t i = 0; i < f->blocks.n; i++) {
		const struct ir_block *blk = &f->blocks.v[b];

		if (blk->insns.n != 1 || blk->insns.v[0].op != OP_JMP)
			break;
		b = blk->insns.v[0].target[0];
	}
	return b;
}

static void renumber(struct ir_insn *term, const uint32_t *new)
{
	switch (term->op) {
	case OP_BR:
		term->target[1] = new[term->target[1]];
		/* fall through */
	case OP_JMP:
		term->target[0] = new[term->target[0]];
		break;
	case OP_SWITCH:
		for (size_t i = 0; i < term->sw->ncases; i++)
			term->sw->cases[i].target = new[term->sw->cases[i].target];
		term->sw->fallback = new[term->sw->fallback];
		break;
	default:
		break;
	}
}

static void renumber_ref(struct ir_ref *r, const uint32_t *new)
{
	if (r->kind == REF_TMP)
		r->idx = new[r->idx];
}

static void renumber_insn(struct ir_insn *insn, const uint32_t *new)
{
	renumber_ref(&insn->arg[0], new);
	renumber_ref(&insn->arg[1], new);
	for (size_t i = 0; insn->call && i < insn->call->nargs; i++)
		renumber_ref(&insn->call->args[i], new);
	if (ir_result_type(insn) != IRT_VOID)
		insn->dst = new[insn->dst];
}

/* Definitions first: a use may stand in an earlier block than the definition. */
static void renumber_tmps(struct ir_func *f, struct arena *a)
{
	uint32_t *new = arena_array(a, f->ntmps + 1, sizeof(*new)), n = 0;

	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, insn, &b->insns)
			if (ir_result_type(insn) != IRT_VOID)
				new[insn->dst] = n++;
	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, insn, &b->insns)
			renumber_insn(insn, new);
	f->ntmps = n;
}

static void thread_jumps(struct ir_func *f, struct arena *a)
{
	uint32_t *ends = arena_array(a, f->blocks.n, sizeof(*ends));

	for (size_t i = 0; i < f->blocks.n; i++)
		ends[i] = end_of_jumps(f, (uint32_t)i);
	for (size_t i = 0; i < f->blocks.n; i++)
		if (f->blocks.v[i].insns.n)
			renumber((struct ir_insn *)terminator(&f->blocks.v[i]), ends);
}

void prune_blocks(struct ir_func *f)
{
	struct arena *a = arena_new();
	bool *reached = arena_array(a, f->blocks.n, sizeof(*reached));
	uint32_t *new = arena_array(a, f->blocks.n, sizeof(*new)), n = 0;

	thread_jumps(f, a);
	mark_reached(f, a, reached);
	for (size_t i = 0; i < f->blocks.n; i++)
		if (reached[i])
			new[i] = n++;
	for (size_t i = 0; i < f->blocks.n; i++)
		if (reached[i]) {
			f->blocks.v[new[i]] = f->blocks.v[i];
			renumber((struct ir_insn *)terminator(&f->blocks.v[new[i]]), new);
		}
	f->blocks.n = n;
	renumber_tmps(f, a);
	arena_drop(a);
}
