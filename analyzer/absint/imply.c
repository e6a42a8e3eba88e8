// SPDX-License-Identifier: MIT
/*
 * What the answer of a comparison says about lengths: texts that agree are
 * equally long, and one that begins with another is no shorter. Hung on the
 * result's symbol, so that it holds wherever the driver tests it.
 */
#include "absint/memory.h"

static void imply_at_most(struct engine *e, uint32_t sym, struct implication i, struct aval a,
			  struct aval b)
{
	i.a = a;
	i.b = b;
	sym_imply(&e->syms, sym, &i);
}

/* The text at @at is at least @n long; the user's ends at the latest where the write did. */
static void imply_long(struct engine *e, struct state *s, uint32_t sym, struct implication i,
		       struct aval at, struct aval n)
{
	imply_at_most(e, sym, i, n, mem_length(e, s, at));
	if (at.region && at.region == e->user && e->has_count)
		imply_at_most(e, sym, i, value_add(&e->syms, value_offset(at), n), e->count);
}

static void imply_same_length(struct engine *e, uint32_t sym, struct implication i, struct aval la,
			      struct aval lb, bool ignores_newline)
{
	struct aval slack = value_const(ignores_newline);

	imply_at_most(e, sym, i, la, value_add(&e->syms, lb, slack));
	imply_at_most(e, sym, i, lb, value_add(&e->syms, la, slack));
}

/* Whether there has to be a NUL: bytes that no text was written to may hold none. */
static bool ends_somewhere(struct engine *e, struct state *s, const struct compared *c,
			   struct aval at)
{
	at = address_of(e, s, at);
	return !c->is_bytes || at.region == e->user || !text_at(e, s, at).is_guess;
}

/* A text that ends before the limit is compared as a whole, one that goes on as far as it. */
static void imply_within(struct engine *e, struct state *s, uint32_t sym, const struct compared *c,
			 struct aval la, struct aval lb)
{
	struct aval first[] = { c->a, c->b }, length[] = { la, lb };
	bool is_text[] = { ends_somewhere(e, s, c, c->a), ends_somewhere(e, s, c, c->b) };

	for (int k = 0; k < 2; k++) {
		struct implication i = { .when = c->yes };

		i.premise = value_sub(&e->syms, *c->limit, length[k]);
		i.provided = range_of(1, WIDE_MAX);
		if (is_text[k])
			imply_same_length(e, sym, i, la, lb, c->ignores_newline);
		i.provided = range_of(WIDE_MIN, 0);
		if (is_text[!k])
			imply_long(e, s, sym, i, first[!k], *c->limit);
	}
}

void imply_equal(struct engine *e, struct state *s, struct aval answer, const struct compared *c)
{
	struct aval la = mem_length(e, s, c->a), lb = mem_length(e, s, c->b);
	struct implication always = { .when = c->yes };

	if (!answer.sym || answer.k)
		return;
	if (c->limit)
		imply_within(e, s, answer.sym, c, la, lb);
	else
		imply_same_length(e, answer.sym, always, la, lb, c->ignores_newline);
}

void imply_prefix(struct engine *e, struct state *s, struct aval answer, const struct compared *c)
{
	struct implication always = { .when = c->yes };

	if (answer.sym && !answer.k)
		imply_long(e, s, answer.sym, always, c->a, mem_length(e, s, c->b));
}

/* ---- following it ---- */

static bool is_provided(struct engine *e, const struct state *s, const struct implication *i)
{
	struct range r;

	if (range_is_empty(&i->provided))
		return true;
	r = eval(e, s, i->premise);
	return range_subset(&r, &i->provided);
}

static bool follow_implied(struct engine *e, struct state *s, uint32_t sym, const struct range *r,
			   int depth)
{
	for (const struct implication *i = sym_get(&e->syms, sym)->implied; i; i = i->next) {
		struct aval d = value_sub(&e->syms, i->a, i->b);
		struct range want = range_of(WIDE_MIN, i->differ ? -1 : 0), more;

		if (!range_subset(r, &i->when) || !is_provided(e, s, i))
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
