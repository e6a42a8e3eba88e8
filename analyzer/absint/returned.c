// SPDX-License-Identifier: MIT
/*
 * Values that models return.
 *
 * Pointers into a text are what strchr(), strstr(), memchr() and their like
 * hand out. How far behind the start they can lie is what the next access
 * depends on: "strchr(buf, '-') + 1" is at most the NUL, "strim(buf) + 1" may
 * be behind it.
 */
#include "absint/apply.h"
#include "absint/memory.h"

/* Bytes at the pointer that are known to belong to the text. */
static struct aval bytes_there(struct applying *p, const struct model_ret *r)
{
	struct aval byte;
	struct range b;

	if (r->inside)
		return value_const(1);
	if (r->param2 == MODEL_NONE)
		return value_const(0);
	byte = applying_arg(p, r->param2);
	if (r->ahead_of_text)
		return mem_length(p->e, p->s, byte);
	b = eval(p->e, p->s, byte);
	return value_const(!range_contains(&b, 0)); /* strchr(s, 0) finds the NUL */
}

/* In a text without room for it, nothing is found. */
static void keep_within(struct applying *p, struct aval offset, struct aval there, struct aval end)
{
	if (!assume_at_most(p->e, p->s, value_add(&p->e->syms, offset, there), end, 0))
		p->s->is_dead = true;
}

#define MANY_TERMS 1 /* of an offset; relations hold at most four numbers */

static size_t terms_of(const struct applying *p, struct aval v)
{
	const struct sym *y = v.sym ? sym_get(&p->e->syms, v.sym) : NULL;

	return !y ? 0 : y->kind == SYM_LINEAR ? y->nterms : 1;
}

/* What is known of sums that @at is a part of holds with @v in its place. */
static void keep_relations(struct applying *p, struct aval at, struct aval v)
{
	struct aval part = { .sym = at.sym };
	size_t n = p->s->bounds.n;

	v.k -= at.k;
	for (size_t i = 0; i < n && i < p->s->bounds.n; i++) {
		struct bound b = p->s->bounds.v[i];
		struct aval sum = { .sym = b.sym }, rest = value_sub(&p->e->syms, sum, part);

		if (terms_of(p, rest) + terms_of(p, part) == terms_of(p, sum))
			(void)assume_in(p->e, p->s, value_add(&p->e->syms, rest, v), b.range);
	}
}

/* An offset that grew by one more number each round, as one number that keeps its bounds. */
static struct aval one_number(struct applying *p, struct aval base, struct aval by)
{
	struct aval at = value_add(&p->e->syms, base, by);
	const struct contents *c = contents_of(p->e, p->s, at.region);
	struct range r = eval(p->e, p->s, value_offset(at)), d, step = eval(p->e, p->s, by);
	struct sym_spec spec = { .range = r,
				 .deps = value_deps(&p->e->syms, at),
				 .doubt = value_doubt(&p->e->syms, at) };
	struct aval v;

	if (!at.sym || sym_get(&p->e->syms, at.sym)->nterms <= MANY_TERMS || range_is_empty(&r))
		return at;
	v = sym_fresh(&p->e->syms, &spec);
	keep_relations(p, value_offset(at), v);
	(void)assume_in(p->e, p->s, value_sub(&p->e->syms, v, value_offset(base)), &step);
	if (c->has_nul) {
		d = eval(p->e, p->s, value_sub(&p->e->syms, c->nul, value_offset(at)));
		if (!range_is_empty(&d) && range_min(&d) >= 0)
			keep_within(p, v, value_const(0), c->nul);
	}
	v.region = at.region;
	return v;
}

struct aval within_returned(struct applying *p, const struct model_ret *r)
{
	struct aval base = applying_arg(p, r->param), there = bytes_there(p, r), end, limit, v;
	struct sym_spec spec = { .deps = p->deps };
	struct range n;

	if (r->of_pointee)
		base = mem_load(p->e, p->s, base, IRT_PTR);
	base = address_of(p->e, p->s, base);
	limit = applying_size(p, &r->size);
	end = r->in_memory ? limit : mem_length(p->e, p->s, base);
	n = eval(p->e, p->s, end);
	spec.range = range_of(0, range_is_empty(&n) || range_max(&n) < 0 ? 0 : range_max(&n));
	spec.doubt = value_doubt(&p->e->syms, end);
	v = sym_fresh(&p->e->syms, &spec);
	sym_get(&p->e->syms, v.sym)->after_blanks = r->after_blanks;
	keep_within(p, v, there, end);
	if (r->size.limited && !r->in_memory)
		keep_within(p, v, there, limit);
	if (base.region == p->e->user && p->e->has_count && !r->in_memory)
		keep_within(p, value_add(&p->e->syms, value_offset(base), v), there, p->e->count);
	v = one_number(p, base, v);
	v.extent = base.extent;
	return v;
}

struct aval span_returned(struct applying *p, const struct model_ret *r)
{
	struct aval at = address_of(p->e, p->s, applying_arg(p, r->param));
	struct aval n = mem_length(p->e, p->s, at);
	struct aval v = number_returned(p, r, range_of(0, INT32_MAX));
	struct sym *y = v.sym ? sym_get(&p->e->syms, v.sym) : NULL;

	/* user space can have the scan stop anywhere, unless tests left it less to choose */
	if (y && !y->doubt)
		y->doubt = value_doubt(&p->e->syms, n) ? value_doubt(&p->e->syms, n)
			   : p->s->bytes_tests	       ? "the bytes were tested"
						       : applying_doubt(p);
	keep_within(p, v, value_const(0), n);
	if (at.region == p->e->user && p->e->has_count)
		keep_within(p, value_add(&p->e->syms, value_offset(at), v), value_const(0),
			    p->e->count);
	return v;
}

#define MAX_ROWS 1024

/* How many pointers the table at @at has before the NULL that ends it; -1: not known. */
static wide rows_until_null(struct applying *p, struct aval at)
{
	for (wide i = 0; i < MAX_ROWS; i++) {
		struct aval v = mem_load(p->e, p->s, value_add(&p->e->syms, at, value_const(8 * i)),
					 IRT_PTR);

		if (value_is_const(v) && !v.k)
			return i;
		if (!v.region)
			return -1;
	}
	return -1;
}

/* struct match_token: the token, the pattern; bytes. */
enum { PATTERN_AT = 8, TOKEN_ROW = 16 };

/* The tokens of the rows up to the one without a pattern; false: they are not all constant. */
static bool tokens_of(struct applying *p, struct aval table, struct range *out)
{
	*out = (struct range){ .n = 0 };
	for (wide i = 0; table.region && i < MAX_ROWS; i++) {
		struct aval row = value_add(&p->e->syms, table, value_const(i * TOKEN_ROW));
		struct aval token = mem_load(p->e, p->s, row, IRT_I32), pattern;
		struct range one = range_single(token.k);

		row = value_add(&p->e->syms, row, value_const(PATTERN_AT));
		pattern = mem_load(p->e, p->s, row, IRT_PTR);
		if (!value_is_const(token))
			return false;
		*out = range_union(out, &one);
		if (!pattern.region)
			return value_is_const(pattern) && !pattern.k;
	}
	return false;
}

struct aval token_returned(struct applying *p, const struct model_ret *r)
{
	struct range tokens;
	struct aval v;

	if (tokens_of(p, applying_arg(p, r->param), &tokens))
		return number_returned(p, r, tokens);
	v = number_returned(p, r, range_of(INT32_MIN, INT32_MAX));
	sym_get(&p->e->syms, v.sym)->doubt = "which tokens the table has is not known";
	return v;
}

/* @v, which is below @n, is @from or more; where that is @n or more itself, nothing is said. */
static void begin_at(struct applying *p, struct aval v, struct aval from, struct aval n)
{
	struct range behind = eval(p->e, p->s, value_sub(&p->e->syms, from, n));

	if (!range_is_empty(&behind) && range_max(&behind) < 0)
		assume_at_most(p->e, p->s, from, v, 0);
}

struct aval below_returned(struct applying *p, const struct model_ret *r)
{
	struct aval n = applying_size(p, &r->size), v;
	struct range all = eval(p->e, p->s, n);
	wide top = range_is_empty(&all) || range_max(&all) < 1 ? 0 : range_max(&all) - 1;
	bool is_unlimited = range_is_single(&all) && (range_max(&all) < 0 || top >= INT32_MAX);

	if (is_unlimited && r->param != MODEL_NONE) { /* "-1": up to the NULL */
		top = rows_until_null(p, applying_arg(p, r->param)) - 1;
		v = number_returned(p, r, range_of(0, top < 0 ? INT32_MAX : top));
		if (top < 0)
			sym_get(&p->e->syms, v.sym)->doubt = "how long the table is, is not known";
		return v;
	}
	v = number_returned(p, r, range_of(0, top));
	assume_at_most(p->e, p->s, v, n, -1);
	if (r->param2 != MODEL_NONE)
		begin_at(p, v, applying_arg(p, r->param2), n);
	return v;
}
