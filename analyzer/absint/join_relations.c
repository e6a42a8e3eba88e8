// SPDX-License-Identifier: MIT
/*
 * Relations that outlive a widening: what a loop's variables keep to in every
 * round. "At most 0" and "at most -1" of differences are looked for between the
 * new symbols and those that something is known of already. And between a
 * counter, which changes by the same number each round, and what changes along
 * with it: "length - 9 * i <= 0" where a round adds nine bytes at most, an
 * equation where it adds nine. Sums that were bounded before are looked at again.
 */
#include "absint/joiner.h"

#define MAX_ANCHORS 8
#define MAX_RELATED 16 /* pairs */
#define MAX_STEP    65536
#define MAX_APART   (1 << 30) /* who is further away has been widened: that says nothing */

static const struct pair *pair_of(const struct joiner *j, uint32_t sym)
{
	for (size_t i = 0; i < j->n; i++)
		if (j->pairs[i].a.sym == sym && !j->pairs[i].a.region)
			return &j->pairs[i];
	return NULL;
}

/* Whether @sym is a number of the round before, for which the next one has another. */
static bool is_replaced(const struct joiner *j, uint32_t sym)
{
	return sym && sym_get(&j->e->syms, sym)->is_widened && pair_of(j, sym);
}

static void keep_within(struct joiner *j, struct aval v, wide lo, wide hi)
{
	struct range r = range_of(lo < -MAX_APART ? WIDE_MIN : lo, hi > MAX_APART ? WIDE_MAX : hi);

	if (range_min(&r) > WIDE_MIN || range_max(&r) < WIDE_MAX)
		assume_in(j->e, j->out, v, &r);
}

/*
 * Keep "at most 0", "at most -1" and their mirrors of what holds on both sides, or a limit
 * that both have alike, if the two numbers alone don't tell it.
 */
static void relate(struct joiner *j, struct aval fresh, struct aval other, struct range a,
		   struct range b)
{
	struct range both = range_union(&a, &b), x, y, apart;
	wide lo = WIDE_MIN, hi = WIDE_MAX;

	if (range_is_empty(&a) || range_is_empty(&b))
		return;
	if (range_max(&both) <= 0)
		hi = range_max(&both) < 0 ? -1 : 0;
	if (range_min(&both) >= 0)
		lo = range_min(&both) > 0 ? 1 : 0;
	x = eval(j->e, j->out, fresh);
	y = eval(j->e, j->out, other);
	y = range_scale(&y, -1);
	apart = range_add(&x, &y);
	if (range_is_empty(&apart)) /* no state is left: nothing can be related */
		return;
	if (j->is_late) /* a limit that one way keeps, another may undo, again and again */
		a = range_all();
	if (hi == WIDE_MAX && range_max(&a) == range_max(&b) && range_max(&a) < range_max(&apart))
		hi = range_max(&a);
	if (lo == WIDE_MIN && range_min(&a) == range_min(&b) && range_min(&a) > range_min(&apart))
		lo = range_min(&a);
	keep_within(j, value_sub(&j->e->syms, fresh, other), lo, hi);
}

/* Whether @sym is of this round only: the next one knows nothing of it. */
static bool is_passing(const struct joiner *j, uint32_t sym)
{
	return sym && !j->living[sym] && !sym_get(&j->e->syms, sym)->is_keyed;
}

static size_t add_anchor(const struct joiner *j, struct aval *out, size_t n, struct aval v)
{
	if (is_replaced(j, v.sym) || is_passing(j, v.sym))
		return n;
	for (size_t i = 0; i < n; i++)
		if (value_same(out[i], v))
			return n;
	if (n == MAX_ANCHORS)
		return n;
	out[n] = v;
	return n + 1;
}

/* The terms of sums that something is known of; @tested: by a test of the driver's. */
static size_t add_terms(const struct joiner *j, struct aval *out, size_t n, bool tested)
{
	for (size_t i = 0; i < j->b->bounds.n; i++) {
		const struct bound *b = &j->b->bounds.v[i];
		const struct sym *y = sym_get(&j->e->syms, b->sym);

		for (size_t k = 0; !b->tested == !tested && y->kind == SYM_LINEAR && k < y->nterms;
		     k++)
			n = add_anchor(j, out, n, (struct aval){ .sym = y->term[k].sym });
	}
	return n;
}

/* A number that a test in this round has narrowed: the limit that a counter is compared with. */
static size_t add_narrowed(const struct joiner *j, struct aval *out, size_t n)
{
	for (size_t i = 0; i < j->b->bounds.n; i++) {
		const struct bound *b = &j->b->bounds.v[i];
		const struct range *before = state_bound(j->a, b->sym);

		if (b->tested && sym_get(&j->e->syms, b->sym)->kind == SYM_ATOM &&
		    (!before || !range_equal(before, b->range)))
			n = add_anchor(j, out, n, (struct aval){ .sym = b->sym });
	}
	return n;
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
			n = add_anchor(j, out, n, (struct aval){ .sym = c->nul.sym });
	}
	n = add_narrowed(j, out, n);
	n = add_terms(j, out, n, true);
	for (size_t i = 0; i < j->b->bounds.n; i++)
		if (sym_get(&j->e->syms, j->b->bounds.v[i].sym)->is_length)
			n = add_anchor(j, out, n, (struct aval){ .sym = j->b->bounds.v[i].sym });
	return add_terms(j, out, n, false);
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

/* ---- counters ---- */

/* By how much the value of a pair grows from the one state to the other, if that is a number. */
static wide step_of(const struct joiner *j, const struct pair *p)
{
	struct sum d = sum_of_difference(&j->e->syms, p->b, p->a);

	return d.n || d.k > MAX_STEP || d.k < -MAX_STEP ? 0 : d.k;
}

static wide magnitude(wide v)
{
	return v < 0 ? -v : v;
}

/* The pair of the smallest step: others are multiples of it. */
static const struct pair *find_counter(const struct joiner *j, wide *step)
{
	const struct pair *best = NULL;

	*step = 0;
	for (size_t i = 0; i < j->n; i++) {
		wide d = j->pairs[i].is_byte ? 0 : step_of(j, &j->pairs[i]);

		if (d && (!best || magnitude(d) < magnitude(*step))) {
			best = &j->pairs[i];
			*step = d;
		}
	}
	return best;
}

/* v - c * w */
static struct aval combined(struct joiner *j, struct aval v, wide c, struct aval w)
{
	return value_sub(&j->e->syms, v, value_scale(&j->e->syms, w, c));
}

/* The smallest c with v <= c * @step. */
static wide factor_above(wide v, wide step)
{
	wide m = magnitude(step), c = v > 0 ? (v + m - 1) / m : -(-v / m);

	return step > 0 ? c : -c;
}

/* Keep of @a what holds for @b as well: a bound that grows will go on to. */
static void keep_bound(struct joiner *j, struct aval v, const struct range *a,
		       const struct range *b)
{
	if (range_is_empty(a) || range_is_empty(b))
		return;
	keep_within(j, v, range_min(b) < range_min(a) ? WIDE_MIN : range_min(a),
		    range_max(b) > range_max(a) ? WIDE_MAX : range_max(a));
}

/* Whether @v is made of numbers that the next round has others for. */
static bool is_of_round(const struct joiner *j, struct aval v)
{
	const struct sym *y = v.sym ? sym_get(&j->e->syms, v.sym) : NULL;

	for (size_t i = 0; y && y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (is_replaced(j, y->term[i].sym))
			return true;
	return is_replaced(j, v.sym);
}

/* @q changes by c times what the counter @p does, or at most so. */
static void relate_factor(struct joiner *j, const struct pair *p, const struct pair *q, wide c)
{
	struct aval a = combined(j, q->a, c, p->a), b = combined(j, q->b, c, p->b);
	struct aval fresh = combined(j, q->fresh, c, p->fresh);
	struct range ra, rb, zero = range_single(0);

	if (value_same(a, b) && !is_of_round(j, a)) {
		assume_in(j->e, j->out, value_sub(&j->e->syms, fresh, a), &zero);
		return;
	}
	ra = eval(j->e, j->a, a);
	rb = eval(j->e, j->b, b);
	keep_bound(j, fresh, &ra, &rb);
}

/* ---- differences ---- */

#define MAX_TERMS 16

/* A sum with those written out that were forgotten as such. */
struct terms {
	size_t n;
	struct term v[MAX_TERMS];
	bool is_full;
};

static void add_term(const struct symtab *t, struct terms *out, struct term x, int depth)
{
	const struct sym *y = sym_get(t, x.sym);
	const struct term *part = y->parts ? y->parts->term : y->term;
	size_t n = y->parts ? y->parts->n : y->kind == SYM_LINEAR ? y->nterms : 0, i = 0;

	if (n && depth < 8) {
		for (i = 0; i < n; i++)
			add_term(t, out,
				 (struct term){ part[i].sym, wide_mul(part[i].coef, x.coef) },
				 depth + 1);
		return;
	}
	while (i < out->n && out->v[i].sym != x.sym)
		i++;
	if (i == MAX_TERMS) {
		out->is_full = true;
		return;
	}
	if (i == out->n)
		out->v[out->n++] = (struct term){ x.sym, 0 };
	out->v[i].coef = wide_add(out->v[i].coef, x.coef);
}

/* By how much @q grows from the one state to the other. */
static struct range change_of(struct joiner *j, const struct pair *q)
{
	struct range r = eval(j->e, j->b, value_sub(&j->e->syms, q->b, q->a)), sum;
	struct terms t = { 0 };

	if (q->b.sym)
		add_term(&j->e->syms, &t, (struct term){ q->b.sym, 1 }, 0);
	if (q->a.sym)
		add_term(&j->e->syms, &t, (struct term){ q->a.sym, -1 }, 0);
	if (t.is_full)
		return r;
	sum = range_single(wide_add(q->b.k, -q->a.k));
	for (size_t i = 0; i < t.n; i++) {
		struct range x = eval(j->e, j->b, (struct aval){ .sym = t.v[i].sym });

		x = range_scale(&x, t.v[i].coef);
		sum = range_add(&sum, &x);
	}
	return range_intersect(&r, &sum);
}

static void relate_to_counter(struct joiner *j, const struct pair *p, wide step,
			      const struct pair *q)
{
	struct range r = change_of(j, q);
	wide above, below;

	if (range_is_empty(&r) || range_max(&r) > MAX_STEP || range_min(&r) < -MAX_STEP)
		return;
	above = factor_above(range_max(&r), step);
	below = -factor_above(-range_min(&r), step);
	relate_factor(j, p, q, above);
	if (below != above)
		relate_factor(j, p, q, below);
}

static void relate_steps(struct joiner *j)
{
	wide step;
	const struct pair *counter = find_counter(j, &step);
	size_t related = 0;

	for (size_t i = 0; counter && i < j->n && related < MAX_RELATED; i++) {
		if (&j->pairs[i] == counter || j->pairs[i].is_byte)
			continue;
		relate_to_counter(j, counter, step, &j->pairs[i]);
		related++;
	}
}

/* ---- sums that were bounded before ---- */

/* The sum @sym of the old state, with what its terms are now and what they are in @j->b. */
static bool renew(struct joiner *j, uint32_t sym, struct aval *fresh, struct aval *b)
{
	struct symtab *t = &j->e->syms;
	bool changed = false;

	*fresh = *b = value_const(0);
	for (size_t i = 0; i < sym_get(t, sym)->nterms; i++) {
		struct term x = sym_get(t, sym)->term[i];
		const struct pair *p = pair_of(j, x.sym);
		struct aval same = { .sym = x.sym };

		*fresh = value_add(t, *fresh, value_scale(t, p ? p->fresh : same, x.coef));
		*b = value_add(t, *b, value_scale(t, p ? p->b : same, x.coef));
		changed |= p != NULL;
	}
	return changed;
}

static void renew_bounds(struct joiner *j)
{
	for (size_t i = 0; i < j->a->bounds.n; i++) {
		struct bound old = j->a->bounds.v[i];
		const struct sym *y = sym_get(&j->e->syms, old.sym);
		struct aval fresh, b;
		struct range r;

		if (y->kind != SYM_LINEAR || y->nterms < 2 || y->twin < old.sym ||
		    !renew(j, old.sym, &fresh, &b))
			continue;
		r = eval(j->e, j->b, b);
		keep_bound(j, fresh, old.range, &r);
	}
}

/* A length and where it ends are as far apart as the beginning says, whichever they are. */
static bool relate_exactly(struct joiner *j, const struct pair *p, const struct pair *q)
{
	struct symtab *t = &j->e->syms;
	struct aval a = value_sub(t, p->a, q->a), b = value_sub(t, p->b, q->b);
	struct range zero = range_single(0);

	if (!value_same(a, b) || !a.sym || is_of_round(j, a))
		return false;
	return assume_in(j->e, j->out, value_sub(t, value_sub(t, p->fresh, q->fresh), a), &zero);
}

void join_relations(struct joiner *j)
{
	struct aval anchors[MAX_ANCHORS];
	size_t n;

	j->living = state_living(j->e, j->a);
	n = find_anchors(j, anchors);
	for (size_t i = 0; i < j->n && i < 16; i++) {
		const struct pair p = whole_pair(&j->pairs[i]);

		for (size_t k = 0; k < n; k++)
			relate(j, p.fresh, anchors[k], difference(j, j->a, p.a, anchors[k]),
			       difference(j, j->b, p.b, anchors[k]));
		for (size_t k = 0; k < i; k++) {
			const struct pair q = whole_pair(&j->pairs[k]);

			if (!relate_exactly(j, &p, &q))
				relate(j, p.fresh, q.fresh, difference(j, j->a, p.a, q.a),
				       difference(j, j->b, p.b, q.b));
		}
	}
	if (!j->is_late)
		relate_steps(j);
	renew_bounds(j);
}
