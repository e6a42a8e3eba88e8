// SPDX-License-Identifier: MIT
/*
 * What the answer of a comparison says about lengths: texts that agree are
 * equally long, and one that begins with another is no shorter. Hung on the
 * result's symbol, so that it holds wherever the driver tests it.
 */
#include "absint/engine.h"

static void imply_at_most(struct engine *e, uint32_t sym, const struct range *when, struct aval a,
			  struct aval b)
{
	struct implication i = { .when = *when, .a = a, .b = b };

	sym_imply(&e->syms, sym, &i);
}

/* The text at @at is at least @n long; the user's ends at the latest where the write did. */
static void imply_long(struct engine *e, struct state *s, uint32_t sym, const struct range *when,
		       struct aval at, struct aval n)
{
	imply_at_most(e, sym, when, n, mem_length(e, s, at));
	if (at.region && at.region == e->user && e->has_count)
		imply_at_most(e, sym, when, value_add(&e->syms, value_offset(at), n), e->count);
}

void imply_equal(struct engine *e, struct state *s, struct aval answer, const struct compared *c)
{
	struct aval la = mem_length(e, s, c->a), lb = mem_length(e, s, c->b);
	struct aval slack = value_const(c->ignores_newline);
	struct range da, db;
	bool whole = !c->limit;

	if (!answer.sym || answer.k)
		return;
	if (c->limit) {
		da = eval(e, s, value_sub(&e->syms, *c->limit, la));
		db = eval(e, s, value_sub(&e->syms, *c->limit, lb));
		/* a text that ends before the limit is compared as a whole */
		whole = (!range_is_empty(&da) && range_min(&da) > 0) ||
			(!range_is_empty(&db) && range_min(&db) > 0);
		if (!range_is_empty(&db) && range_max(&db) <= 0)
			imply_long(e, s, answer.sym, &c->yes, c->a, *c->limit);
		if (!range_is_empty(&da) && range_max(&da) <= 0)
			imply_long(e, s, answer.sym, &c->yes, c->b, *c->limit);
	}
	if (!whole)
		return;
	imply_at_most(e, answer.sym, &c->yes, la, value_add(&e->syms, lb, slack));
	imply_at_most(e, answer.sym, &c->yes, lb, value_add(&e->syms, la, slack));
}

void imply_prefix(struct engine *e, struct state *s, struct aval answer, const struct compared *c)
{
	if (answer.sym && !answer.k)
		imply_long(e, s, answer.sym, &c->yes, c->a, mem_length(e, s, c->b));
}

/* ---- following it ---- */

static bool follow_implied(struct engine *e, struct state *s, uint32_t sym, const struct range *r,
			   int depth)
{
	for (const struct implication *i = sym_get(&e->syms, sym)->implied; i; i = i->next) {
		struct aval d = value_sub(&e->syms, i->a, i->b);
		struct range want = range_of(WIDE_MIN, i->differ ? -1 : 0), more;

		if (!range_subset(r, &i->when))
			continue;
		if (i->differ) {
			more = range_of(1, WIDE_MAX);
			want = range_union(&want, &more);
		}
		if (!d.sym && !range_contains(&want, d.k))
			return false;
		want = range_shift(&want, -d.k);
		if (d.sym && !refine(e, s, d.sym, &want, depth + 1))
			return false;
	}
	return true;
}

bool refine_implied(struct engine *e, struct state *s, uint32_t sym, const struct range *r,
		    int depth)
{
	bool was_testing = e->is_testing, ok;

	e->is_testing = false; /* the test was of another number */
	ok = follow_implied(e, s, sym, r, depth);
	e->is_testing = was_testing;
	return ok;
}
