// SPDX-License-Identifier: MIT
/* What is known of the numbers that a sum is made of. */
#include "absint/engine.h"

#define LARGEST_ELEMENT 65536
#define LARGEST_SIZE	((wide)1 << 47) /* user space's half of the addresses, and the kernel's */

static size_t terms_of(const struct engine *e, struct aval v)
{
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;

	return !y ? 0 : y->kind == SYM_LINEAR ? y->nterms : 1;
}

/* Terms that the path knows to be constant, as constants: a sum has not room for many. */
static struct aval known_terms(struct engine *e, const struct state *s, struct aval v)
{
	size_t n = v.region ? 0 : terms_of(e, v);

	if (n < 2)
		return v;
	for (size_t i = n; i--;) {
		struct term t = sym_get(&e->syms, v.sym)->term[i];
		const struct range *r = state_bound(s, t.sym);
		struct aval x = { .sym = t.sym };

		if (!r || !range_is_single(r))
			continue;
		x = value_scale(&e->syms, x, t.coef);
		v = value_add(&e->syms, value_sub(&e->syms, v, x),
			      value_const(wide_mul(range_min(r), t.coef)));
		if (!v.sym || sym_get(&e->syms, v.sym)->kind != SYM_LINEAR)
			break;
	}
	return v;
}

/* A number that the driver keeps in memory of its own. */
static bool is_kept(const struct engine *e, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);
	enum region_kind kind = y->at.region ? region_get(e, y->at.region)->kind : REGION_NONE;

	return y->kind == SYM_ATOM && !(y->deps & (DEP_BYTES | DEP_COUNT)) &&
	       (kind == REGION_OUTSIDE || kind == REGION_GLOBAL);
}

/* A driver's sizes are in order: 64 bits hold what it makes of them by adding and multiplying. */
void sum_keep_in_order(struct engine *e, struct state *s, struct aval v, enum ir_type t)
{
	const struct sym *y = v.sym && !v.region && t == IRT_U64 ? sym_get(&e->syms, v.sym) : NULL;
	struct range r, full = type_range(t);

	/* a constant from beyond all sizes is a negative one: "n + (unsigned long)-128" */
	if (!y || (y->kind != SYM_LINEAR && !is_kept(e, v.sym)) || v.k < 0 || v.k > LARGEST_SIZE)
		return;
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (y->term[i].coef < 0 || y->term[i].coef > LARGEST_ELEMENT ||
		    !is_kept(e, y->term[i].sym))
			return;
	r = eval(e, s, v);
	if (!range_is_empty(&r) && range_min(&r) >= 0 && !range_subset(&r, &full))
		(void)assume_in(e, s, v, &full);
}

void sum_make_room(struct engine *e, const struct state *s, struct aval *a, struct aval *b)
{
	if (terms_of(e, *a) + terms_of(e, *b) < SYM_TERMS)
		return;
	*a = known_terms(e, s, *a);
	*b = known_terms(e, s, *b);
}
