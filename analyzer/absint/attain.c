// SPDX-License-Identifier: MIT
/*
 * Whether a sum really can be as great as its parts together.
 *
 * A length that grows in a loop becomes a sum of more symbols than are kept
 * apart, and what the path learned of some of them is lost in it. Where the
 * path learned nothing, nothing is lost: each part may take any of its values
 * whatever the others are, so their greatest values may meet.
 */
#include "absint/engine.h"

#define MAX_PARTS 65536 /* looked at, over all levels */
#define MAX_DEPTH 6

struct parts {
	struct engine *e;
	const struct state *s;
	bool *seen; /* by symbol: the sum is made of it */
	size_t n;
	bool is_told; /* a part was lost in a sum, or is one that the code counts with */
};

static bool gather(struct parts *p, uint32_t sym);

static bool gather_terms(struct parts *p, const struct term *term, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (term[i].coef < 0 || !gather(p, term[i].sym))
			return false;
	return true;
}

/* What the path tested of a part, or why it may never be what it could be. */
static bool gather(struct parts *p, uint32_t sym)
{
	const struct sym *y = sym_get(&p->e->syms, sym);
	const struct range *bound = state_bound(p->s, sym);

	if (p->seen[sym])
		return true;
	p->seen[sym] = true;
	if (p->n++ >= MAX_PARTS || (bound && !range_subset(&y->base, bound)) ||
	    state_loosened(&p->e->syms, p->s, (struct aval){ .sym = sym }))
		return false;
	if (y->kind == SYM_LINEAR)
		return gather_terms(p, y->term, y->nterms);
	if (y->parts) {
		p->is_told = true;
		return gather_terms(p, y->parts->term, y->parts->n);
	}
	p->is_told |= y->is_expected;
	return y->kind == SYM_ATOM && (!y->doubt || y->is_expected);
}

static bool mentions(const struct parts *p, uint32_t sym, int depth)
{
	const struct sym *y = sym ? sym_get(&p->e->syms, sym) : NULL;

	if (!y || p->seen[sym] || depth > MAX_DEPTH)
		return y != NULL;
	if (y->kind == SYM_EXPR)
		return mentions(p, y->a.sym, depth + 1) || mentions(p, y->b.sym, depth + 1);
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (mentions(p, y->term[i].sym, depth + 1))
			return true;
	return false;
}

/* Whether what the path knows of @sym says something of a part. */
static bool is_relation(const struct parts *p, const struct bound *b)
{
	const struct range *base = &sym_get(&p->e->syms, b->sym)->base;

	return mentions(p, b->sym, 0) && !range_subset(base, b->range);
}

bool sum_is_free(struct engine *e, const struct state *s, struct aval v)
{
	struct parts p = { .e = e, .s = s };

	if (!v.sym)
		return false;
	p.seen = arena_array(e->arena, e->syms.syms.n, sizeof(*p.seen));
	if (!gather(&p, v.sym) || !p.is_told)
		return false;
	for (size_t i = 0; i < s->bounds.n; i++)
		if (is_relation(&p, &s->bounds.v[i]))
			return false;
	return true;
}
