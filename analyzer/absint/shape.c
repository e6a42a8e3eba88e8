// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/shape.h"
#include "ir/cfg.h"

static bool *find_long_tmps(struct arena *a, const struct ir_func *f)
{
	uint32_t *home = arena_array(a, f->ntmps + 1, sizeof(*home));
	bool *is_long = arena_array(a, f->ntmps + 1, sizeof(*is_long));

	for (uint32_t b = 0; b < f->blocks.n; b++)
		vec_for_each_ptr(struct ir_insn, in, &f->blocks.v[b].insns) {
			for (int i = 0; i < 2; i++)
				if (in->arg[i].kind == REF_TMP && home[in->arg[i].idx] != b + 1)
					is_long[in->arg[i].idx] = true;
			for (size_t i = 0; in->call && i < in->call->nargs; i++)
				if (in->call->args[i].kind == REF_TMP &&
				    home[in->call->args[i].idx] != b + 1)
					is_long[in->call->args[i].idx] = true;
			if (ir_ops[in->op].flags & IROP_RESULT && in->type != IRT_VOID)
				home[in->dst] = b + 1;
		}
	return is_long;
}

static void note_use(size_t *last, struct ir_ref r, size_t at)
{
	if (r.kind == REF_TMP && last[r.idx] < at)
		last[r.idx] = at;
}

/* Of temporaries that don't leave their block. */
static size_t *find_last_uses(struct arena *a, const struct ir_func *f)
{
	size_t *last = arena_array(a, f->ntmps + 1, sizeof(*last));

	for (uint32_t b = 0; b < f->blocks.n; b++)
		for (size_t k = 0; k < f->blocks.v[b].insns.n; k++) {
			const struct ir_insn *in = &f->blocks.v[b].insns.v[k];

			note_use(last, in->arg[0], k);
			note_use(last, in->arg[1], k);
			for (size_t i = 0; in->call && i < in->call->nargs; i++)
				note_use(last, in->call->args[i], k);
		}
	return last;
}

/* The blocks that reach a jump back to @head without passing it: a natural loop. */
static bool *find_loop(struct arena *a, const struct ir_func *f, uint32_t head)
{
	bool *in = arena_array(a, f->blocks.n + 1, sizeof(*in));
	uint32_t *todo = arena_array(a, f->blocks.n + 1, sizeof(*todo));
	size_t n = 0;

	in[head] = true;
	for (size_t i = 0; i < f->blocks.v[head].preds.n; i++) {
		uint32_t latch = f->blocks.v[head].preds.v[i];

		if (f->blocks.v[latch].rpo >= f->blocks.v[head].rpo && !in[latch]) {
			in[latch] = true;
			todo[n++] = latch;
		}
	}
	while (n) {
		const struct ir_block *b = &f->blocks.v[todo[--n]];

		for (size_t i = 0; i < b->preds.n; i++)
			if (!in[b->preds.v[i]]) {
				in[b->preds.v[i]] = true;
				todo[n++] = b->preds.v[i];
			}
	}
	return in;
}

#define MAX_LIMITS 48

static void add_limit(struct arena *a, struct func_shape *s, int64_t v)
{
	size_t i = 0;

	while (i < s->limits.n && s->limits.v[i] < v)
		i++;
	if ((i < s->limits.n && s->limits.v[i] == v) || s->limits.n == MAX_LIMITS)
		return;
	(void)vec_push(a, &s->limits);
	memmove(s->limits.v + i + 1, s->limits.v + i, (s->limits.n - 1 - i) * sizeof(*s->limits.v));
	s->limits.v[i] = v;
}

/* Where a loop's counter is likely to stop: what it is compared with, or just beside it. */
static void find_limits(struct arena *a, struct func_shape *s, const struct ir_unit *u,
			const struct ir_func *f)
{
	for (uint32_t b = 0; b < f->blocks.n; b++)
		vec_for_each_ptr(struct ir_insn, in, &f->blocks.v[b].insns)
			for (int i = 0; ir_ops[in->op].flags & IROP_COMPARE && i < 2; i++) {
				wide v = in->arg[i].kind == REF_CONST
						 ? u->consts.v[in->arg[i].idx].value
						 : WIDE_MAX;

				if (v <= INT64_MIN || v >= INT64_MAX)
					continue;
				for (int k = -1; k <= 1; k++)
					add_limit(a, s, (int64_t)v + k);
			}
}

struct func_shape *shape_new(struct arena *a, const struct ir_unit *u, const struct ir_func *f)
{
	struct func_shape *s = arena_new_of(a, struct func_shape);

	s->func = f;
	find_limits(a, s, u, f);
	s->long_tmp = find_long_tmps(a, f);
	s->last_use = find_last_uses(a, f);
	s->loop = arena_array(a, f->blocks.n + 1, sizeof(*s->loop));
	for (uint32_t b = 0; b < f->blocks.n; b++)
		if (f->blocks.v[b].is_loop_head)
			s->loop[b] = find_loop(a, f, b);
	return s;
}
