// SPDX-License-Identifier: MIT
#include "base/fatal.h"
#include "ir/cfg.h"

size_t ir_succ_count(const struct ir_insn *term)
{
	switch (term->op) {
	case OP_JMP:
		return 1;
	case OP_BR:
		return 2;
	case OP_SWITCH:
		return term->sw->ncases + 1;
	default:
		return 0;
	}
}

uint32_t ir_succ(const struct ir_insn *term, size_t i)
{
	if (term->op != OP_SWITCH)
		return term->target[i];
	return i < term->sw->ncases ? term->sw->cases[i].target : term->sw->fallback;
}

size_t ir_succs(const struct ir_insn *term, uint32_t *out, size_t max)
{
	size_t n = ir_succ_count(term);

	for (size_t i = 0; i < n && i < max; i++)
		out[i] = ir_succ(term, i);
	return n;
}

static const struct ir_insn *terminator(const struct ir_func *f, uint32_t b)
{
	const struct ir_block *blk = &f->blocks.v[b];

	BUG_ON(!blk->insns.n);
	return &blk->insns.v[blk->insns.n - 1];
}

/* One block on the path of the depth-first walk, with the successors still to visit. */
struct step {
	uint32_t block;
	size_t left;
};

struct walk {
	struct ir_func *f;
	struct step *path;
	size_t depth;
	bool *is_seen, *is_on_path;
	size_t ndone; /* blocks in f->rpo_order, from its end */
};

static void walk_enter(struct walk *w, uint32_t b)
{
	w->path[w->depth++] = (struct step){ b, ir_succ_count(terminator(w->f, b)) };
	w->is_seen[b] = true;
	w->is_on_path[b] = true;
}

/* Successors are visited last first, so that a loop's body comes before what follows it. */
static void walk_step(struct walk *w)
{
	struct step *s = &w->path[w->depth - 1];
	uint32_t next;

	if (!s->left) {
		w->is_on_path[s->block] = false;
		w->f->rpo_order[w->f->blocks.n - ++w->ndone] = s->block;
		w->depth--;
		return;
	}
	next = ir_succ(terminator(w->f, s->block), --s->left);
	if (w->is_on_path[next])
		w->f->blocks.v[next].is_loop_head = true;
	else if (!w->is_seen[next])
		walk_enter(w, next);
}

static void find_preds(struct ir_unit *u, struct ir_func *f)
{
	for (size_t i = 0; i < f->nrpo; i++) {
		uint32_t b = f->rpo_order[i];
		const struct ir_insn *term = terminator(f, b);

		for (size_t k = 0; k < ir_succ_count(term); k++) {
			struct ir_block *to = &f->blocks.v[ir_succ(term, k)];

			if (!to->preds.n || to->preds.v[to->preds.n - 1] != b)
				*vec_push(u->arena, &to->preds) = b;
		}
	}
}

/* needs: a valid function. gives: preds, rpo, rpo_order, is_loop_head. spoils: nothing. */
void ir_cfg_build(struct ir_unit *u, struct ir_func *f)
{
	size_t n = f->blocks.n;
	struct arena *scratch;
	struct walk w;

	vec_for_each_ptr(struct ir_block, b, &f->blocks) {
		b->rpo = UINT32_MAX;
		b->is_loop_head = false;
		b->preds.n = 0;
	}
	f->nrpo = 0;
	if (!n)
		return;
	scratch = arena_new();
	w = (struct walk){
		.f = f,
		.path = arena_array(scratch, n, sizeof(*w.path)),
		.is_seen = arena_array(scratch, n, sizeof(bool)),
		.is_on_path = arena_array(scratch, n, sizeof(bool)),
	};
	f->rpo_order = arena_array(u->arena, n, sizeof(*f->rpo_order));
	for (walk_enter(&w, 0); w.depth;)
		walk_step(&w);
	arena_drop(scratch);
	f->nrpo = w.ndone;
	f->rpo_order += n - w.ndone;
	for (size_t i = 0; i < f->nrpo; i++)
		f->blocks.v[f->rpo_order[i]].rpo = (uint32_t)i;
	find_preds(u, f);
}

bool ir_reaches(const struct ir_func *f, uint32_t from, uint32_t to, uint32_t but,
		struct arena *scratch)
{
	bool *seen = arena_array(scratch, f->blocks.n, sizeof(*seen));
	uint32_t *todo = arena_array(scratch, f->blocks.n, sizeof(*todo));
	size_t n = 0;

	seen[but] = true;
	for (seen[from] = true, todo[n++] = from; n;) {
		const struct ir_block *b = &f->blocks.v[todo[--n]];
		const struct ir_insn *end = &b->insns.v[b->insns.n - 1];

		if (b == &f->blocks.v[to])
			return true;
		for (size_t i = 0; i < ir_succ_count(end); i++) {
			uint32_t next = ir_succ(end, i);

			if (!seen[next])
				todo[n++] = next;
			seen[next] = true;
		}
	}
	return false;
}
