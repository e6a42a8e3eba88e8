// SPDX-License-Identifier: MIT
/*
 * Whether a sum really can be as great as its parts together.
 *
 * A length that grows in a loop becomes a sum of more symbols than are kept
 * apart, and what the path learned of some of them is lost in it. Where the
 * path learned nothing, nothing is lost: each part may take any of its values
 * whatever the others are, so their greatest values may meet.
 */
#include "absint/memory.h"

#define MAX_PARTS 65536 /* looked at, over all levels */
#define MAX_DEPTH 6

struct parts {
	struct engine *e;
	const struct state *s;
	bool *seen; /* by symbol: the sum is made of it */
	size_t n;
	uint32_t field; /* bits of a device's answer that are one of them */
	bool is_told;	/* a part was lost in a sum, or is one that the code reckons with */
};

static bool gather(struct parts *p, uint32_t sym);

/* Whether the path knows no more of @sym than values at its ends that it does not have. */
static bool is_wide(const struct parts *p, uint32_t sym)
{
	const struct range *base = &sym_get(&p->e->syms, sym)->base;
	const struct range *bound = state_bound(p->s, sym);

	return !bound ||
	       (!range_is_empty(bound) && !range_is_empty(base) &&
		range_min(bound) <= range_min(base) + 1 && range_max(bound) >= range_max(base) - 1);
}

/* The bits that @sym is of a device's answer, as a mask; 0 if it is something else. */
static wide field_bits(const struct parts *p, uint32_t sym, int depth)
{
	const struct sym *y = sym ? sym_get(&p->e->syms, sym) : NULL;

	if (!y || y->kind != SYM_EXPR || depth > MAX_DEPTH)
		return 0;
	if (y->op == OP_CAST)
		return y->a.k ? 0 : field_bits(p, y->a.sym, depth + 1);
	if (!value_is_const(y->b) || !y->a.sym || y->a.k || y->b.k < 0)
		return 0;
	if (y->op == OP_SHR)
		return y->b.k < 64 ? field_bits(p, y->a.sym, depth + 1) >> y->b.k : 0;
	if (y->op != OP_AND || sym_get(&p->e->syms, y->a.sym)->deps != DEP_DEVICE)
		return 0;
	return is_wide(p, y->a.sym) ? y->b.k : 0;
}

/*
 * The bits that the driver takes out of a register may be any: the device that
 * has them is none of today's, or it is gone and reads as ones.
 */
static bool is_free_field(const struct parts *p, uint32_t sym)
{
	const struct range *bound = state_bound(p->s, sym);
	wide bits = field_bits(p, sym, 0);

	return bits && (!bound || (!range_is_empty(bound) && range_min(bound) <= 0 &&
				   range_max(bound) >= bits));
}

static bool gather_terms(struct parts *p, const struct term *term, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (term[i].coef < 0 || !gather(p, term[i].sym))
			return false;
	return true;
}

/* The number that a field was taken from: tests of other bits of it say something, too. */
static void see_chain(struct parts *p, uint32_t sym)
{
	for (int i = 0; sym && i < MAX_DEPTH; i++) {
		const struct sym *y = sym_get(&p->e->syms, sym);

		p->seen[sym] = true;
		sym = y->kind == SYM_EXPR ? y->a.sym : 0;
	}
}

/* What the path tested of a part, or why it may never be what it could be. */
static bool gather(struct parts *p, uint32_t sym)
{
	const struct sym *y = sym_get(&p->e->syms, sym);
	const struct range *bound = state_bound(p->s, sym);

	if (p->seen[sym])
		return true;
	p->seen[sym] = true;
	if (!p->field && is_free_field(p, sym)) {
		p->field = sym;
		see_chain(p, sym);
		p->is_told = true;
		return true;
	}
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

	if (!mentions(p, b->sym, 0) || range_subset(base, b->range))
		return false;
	if (!p->field || !rows_is_inside(p->e, p->field, b->sym))
		return true;
	return sym_get(&p->e->syms, b->sym)->kind == SYM_ATOM && !is_wide(p, b->sym);
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
