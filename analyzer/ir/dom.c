// SPDX-License-Identifier: MIT
/*
 * Dominators after Lengauer and Tarjan (1979), the version with simple path
 * compression. The shorter algorithms that iterate over reverse post-order are
 * quadratic on graphs that nobody writes but a fuzzer: this one isn't.
 *
 * Everything here counts blocks by their number in the depth-first walk; only
 * the two ends (numbers, ir_dominates()) know of block numbers.
 */
#include "ir/cfg.h"
#include "ir/dom.h"

#define NONE UINT32_MAX

struct ir_dom {
	const struct ir_func *f;
	size_t n;	   /* reachable blocks */
	uint32_t *numbers; /* of a block in the walk, NONE if unreachable */
	uint32_t *blocks;  /* the inverse */
	uint32_t *parent;  /* in the tree of the walk */
	uint32_t *semi;	   /* semidominator */
	uint32_t *idom;
	uint32_t *ancestor, *label; /* the forest of eval() */
	uint32_t *path;		    /* scratch of eval() */
	uint32_t *bucket, *next;    /* blocks by their semidominator, as lists */
	uint32_t *preds;	    /* of block i: first_pred[i] to first_pred[i + 1] */
	size_t *first_pred;
	uint32_t *pre, *post; /* interval of a subtree of the dominator tree */
};

static const struct ir_insn *terminator(const struct ir_dom *d, uint32_t block)
{
	const struct ir_block *b = &d->f->blocks.v[block];

	return &b->insns.v[b->insns.n - 1];
}

static uint32_t *new_numbers(struct arena *a, size_t n, uint32_t value)
{
	uint32_t *v = arena_array(a, n, sizeof(*v));

	for (size_t i = 0; i < n; i++)
		v[i] = value;
	return v;
}

static void number_block(struct ir_dom *d, uint32_t block, uint32_t parent)
{
	d->numbers[block] = (uint32_t)d->n;
	d->blocks[d->n] = block;
	d->parent[d->n] = parent;
	d->n++;
}

/* The depth-first walk; the path back to the entry is in the parents. */
static void walk(struct ir_dom *d, struct arena *a)
{
	size_t *done = arena_array(a, d->f->blocks.n, sizeof(*done));
	uint32_t at = 0;

	number_block(d, 0, NONE);
	while (at != NONE) {
		const struct ir_insn *term = terminator(d, d->blocks[at]);
		uint32_t to;

		if (done[at] == ir_succ_count(term)) {
			at = d->parent[at];
			continue;
		}
		to = ir_succ(term, done[at]++);
		if (d->numbers[to] == NONE) {
			number_block(d, to, at);
			at = d->numbers[to];
		}
	}
}

static void find_preds(struct ir_dom *d, struct arena *a)
{
	size_t *fill;

	d->first_pred = arena_array(a, d->n + 2, sizeof(*d->first_pred));
	fill = d->first_pred + 1; /* ends as first_pred, shifted by one */
	for (uint32_t i = 0; i < d->n; i++) {
		const struct ir_insn *term = terminator(d, d->blocks[i]);

		for (size_t k = 0; k < ir_succ_count(term); k++)
			fill[d->numbers[ir_succ(term, k)] + 1]++;
	}
	for (size_t i = 0; i < d->n; i++)
		fill[i + 1] += fill[i];
	d->preds = new_numbers(a, fill[d->n], NONE);
	for (uint32_t i = 0; i < d->n; i++) {
		const struct ir_insn *term = terminator(d, d->blocks[i]);

		for (size_t k = 0; k < ir_succ_count(term); k++)
			d->preds[fill[d->numbers[ir_succ(term, k)]]++] = i;
	}
}

/* The block of least semidominator on the forest's path to @v, its root left out. */
static uint32_t eval(struct ir_dom *d, uint32_t v)
{
	uint32_t *anc = d->ancestor, x = v;
	size_t depth = 0;

	if (anc[v] == NONE)
		return v;
	for (; anc[anc[x]] != NONE; x = anc[x])
		d->path[depth++] = x;
	while (depth) {
		x = d->path[--depth];
		if (d->semi[d->label[anc[x]]] < d->semi[d->label[x]])
			d->label[x] = d->label[anc[x]];
		anc[x] = anc[anc[x]];
	}
	return d->label[v];
}

static void find_semidominator(struct ir_dom *d, uint32_t w)
{
	for (size_t i = d->first_pred[w]; i < d->first_pred[w + 1]; i++) {
		uint32_t u = eval(d, d->preds[i]);

		if (d->semi[u] < d->semi[w])
			d->semi[w] = d->semi[u];
	}
	d->next[w] = d->bucket[d->semi[w]];
	d->bucket[d->semi[w]] = w;
}

static void empty_bucket(struct ir_dom *d, uint32_t parent)
{
	for (uint32_t v = d->bucket[parent]; v != NONE; v = d->next[v]) {
		uint32_t u = eval(d, v);

		d->idom[v] = d->semi[u] < d->semi[v] ? u : parent;
	}
	d->bucket[parent] = NONE;
}

static void find_idoms(struct ir_dom *d)
{
	for (uint32_t w = (uint32_t)d->n; w-- > 1;) {
		find_semidominator(d, w);
		d->ancestor[w] = d->parent[w];
		empty_bucket(d, d->parent[w]);
	}
	for (uint32_t w = 1; w < d->n; w++)
		if (d->idom[w] != d->semi[w])
			d->idom[w] = d->idom[d->idom[w]];
}

/* Numbers the dominator tree so that a subtree is an interval; a parent's number is smaller. */
static void find_intervals(struct ir_dom *d, struct arena *a)
{
	uint32_t *size = new_numbers(a, d->n, 1), *slot = new_numbers(a, d->n, 0);

	for (uint32_t w = (uint32_t)d->n; w-- > 1;)
		size[d->idom[w]] += size[w];
	for (uint32_t w = 0; w < d->n; w++) {
		uint32_t *from = w ? &slot[d->idom[w]] : NULL;

		d->pre[w] = from ? *from : 0;
		d->post[w] = d->pre[w] + size[w];
		slot[w] = d->pre[w] + 1;
		if (from)
			*from += size[w];
	}
}

struct ir_dom *ir_dom_build(const struct ir_func *f, struct arena *a)
{
	struct ir_dom *d = arena_new_of(a, struct ir_dom);
	size_t n = f->blocks.n;

	d->f = f;
	d->numbers = new_numbers(a, n, NONE);
	d->blocks = new_numbers(a, n, NONE);
	d->parent = new_numbers(a, n, NONE);
	walk(d, a);
	find_preds(d, a);
	d->semi = new_numbers(a, n, 0);
	d->label = new_numbers(a, n, 0);
	for (uint32_t i = 0; i < n; i++)
		d->semi[i] = d->label[i] = i;
	d->idom = new_numbers(a, n, 0);
	d->ancestor = new_numbers(a, n, NONE);
	d->path = new_numbers(a, n, NONE);
	d->bucket = new_numbers(a, n, NONE);
	d->next = new_numbers(a, n, NONE);
	d->pre = new_numbers(a, n, 0);
	d->post = new_numbers(a, n, 0);
	find_idoms(d);
	find_intervals(d, a);
	return d;
}

bool ir_dominates(const struct ir_dom *d, uint32_t a, uint32_t b)
{
	uint32_t na = d->numbers[a], nb = d->numbers[b];

	if (nb == NONE)
		return true;
	return na != NONE && d->pre[na] <= d->pre[nb] && d->pre[nb] < d->post[na];
}
