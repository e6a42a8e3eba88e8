// SPDX-License-Identifier: MIT
/*
 * Relations that outlive a widening: what a loop's variables keep to in every
 * round. Only "at most 0" and "at most -1" of differences are looked for,
 * between the new symbols and those that something is known of already.
 */
#include "absint/joiner.h"

#define MAX_ANCHORS 8

/* Keep "at most 0", "at most -1" and their mirrors of what holds on both sides. */
static void relate(struct joiner *j, struct aval fresh, struct aval other, struct range a,
		   struct range b)
{
	struct range both = range_union(&a, &b);
	wide lo = WIDE_MIN, hi = WIDE_MAX;
	struct range r;

	if (range_is_empty(&both))
		return;
	if (range_max(&both) <= 0)
		hi = range_max(&both) < 0 ? -1 : 0;
	if (range_min(&both) >= 0)
		lo = range_min(&both) > 0 ? 1 : 0;
	r = range_of(lo, hi);
	if (lo != WIDE_MIN || hi != WIDE_MAX)
		assume_in(j->e, j->out, value_sub(&j->e->syms, fresh, other), &r);
}

static size_t add_anchor(struct aval *out, size_t n, struct aval v)
{
	for (size_t i = 0; i < n; i++)
		if (value_same(out[i], v))
			return n;
	if (n == MAX_ANCHORS)
		return n;
	out[n] = v;
	return n + 1;
}

/* Symbols worth a relation: count, where texts end, and those that comparisons related before. */
static size_t find_anchors(const struct joiner *j, struct aval *out)
{
	size_t n = 0;

	if (j->e->has_count)
		out[n++] = j->e->count;
	for (size_t i = 0; i < j->out->mem.n; i++) {
		const struct contents *c = j->out->mem.v[i].contents;

		if (c->has_nul && c->nul.sym)
			n = add_anchor(out, n, (struct aval){ .sym = c->nul.sym });
	}
	for (size_t i = 0; i < j->b->bounds.n; i++) {
		struct aval v = { .sym = j->b->bounds.v[i].sym };
		const struct sym *y = sym_get(&j->e->syms, v.sym);

		if (y->is_length)
			n = add_anchor(out, n, v);
		for (size_t k = 0; y->kind == SYM_LINEAR && k < y->nterms; k++)
			n = add_anchor(out, n, (struct aval){ .sym = y->term[k].sym });
	}
	return n;
}

static struct range difference(struct joiner *j, struct state *s, struct aval x, struct aval y)
{
	return eval(j->e, s, value_sub(&j->e->syms, x, y));
}

/* A pair as it was met, its constant part included: what "at most" speaks of. */
static struct pair whole_pair(const struct pair *p)
{
	struct pair w = *p;

	w.a.k = wide_add(w.a.k, p->k);
	w.b.k = wide_add(w.b.k, p->k);
	w.fresh.k = wide_add(w.fresh.k, p->k);
	return w;
}

void join_relations(struct joiner *j)
{
	struct aval anchors[MAX_ANCHORS];
	size_t n = find_anchors(j, anchors);

	for (size_t i = 0; i < j->n && i < 16; i++) {
		const struct pair p = whole_pair(&j->pairs[i]);

		for (size_t k = 0; k < n; k++)
			relate(j, p.fresh, anchors[k], difference(j, j->a, p.a, anchors[k]),
			       difference(j, j->b, p.b, anchors[k]));
		for (size_t k = 0; k < i; k++) {
			const struct pair q = whole_pair(&j->pairs[k]);

			relate(j, p.fresh, q.fresh, difference(j, j->a, p.a, q.a),
			       difference(j, j->b, p.b, q.b));
		}
	}
}
