// SPDX-License-Identifier: MIT
/*
 * What comparisons return: computed if both strings are known, else a number that says more of
 * the strings where the driver tests it (input.h, imply.c).
 */
#include <string.h>

#include "absint/apply.h"
#include "absint/bytes.h"
#include "absint/given.h"
#include "absint/input.h"
#include "absint/spelling.h"

static const char *literal_at(struct applying *p, struct aval at, size_t *n)
{
	const char *bytes = mem_literal(p->e, p->s, at, n);

	return !bytes && p->e->given ? given_bytes(p->e, p->s, at, n) : bytes;
}

/* One of the two is what show printed, and the other is spelled alike. */
static bool is_given(struct applying *p, const struct model_ret *r)
{
	struct text a, b;
	struct range over = range_single(1);
	struct aval bare;

	if (!p->e->given)
		return false;
	a = mem_text(p->e, p->s, applying_arg(p, r->param));
	b = mem_text(p->e, p->s, applying_arg(p, r->param2));
	bare = value_sub(&p->e->syms, a.length, value_const(a.spelling.ends_line));
	if (r->size.limited)
		over = eval(p->e, p->s, value_sub(&p->e->syms, applying_size(p, &r->size), bare));
	if (p->m->ignores_newline || (!range_is_empty(&over) && range_max(&over) <= 0)) {
		a.spelling = spelling_bare(a.spelling);
		b.spelling = spelling_bare(b.spelling);
	}
	return spelling_equal(a.spelling, b.spelling);
}

/* One of the two is what show printed, and that is never the other, a constant. */
static bool is_never_given(struct applying *p, const struct model_ret *r)
{
	size_t params[2] = { r->param, r->param2 }, n;

	if (!p->e->given || p->m->ignores_case || r->size.limited)
		return false;
	for (int i = 0; i < 2; i++) {
		const char *s = mem_literal(p->e, p->s, applying_arg(p, params[i]), &n);
		const char *end = s ? memchr(s, 0, n) : NULL;

		if (end && given_excludes(p->e, p->s, applying_arg(p, params[!i]), s,
					  (size_t)(end - s), p->m->ignores_newline))
			return true;
	}
	return false;
}

static bool compares_bytes(const struct applying *p)
{
	return p->m->exact == EXACT_memcmp;
}

/* Both strings known: compute. Returns false if they are not. */
static bool compare_literals(struct applying *p, const struct model_ret *r, int *result)
{
	size_t na = 0, nb = 0, limit = SIZE_MAX;
	const char *a = literal_at(p, applying_arg(p, r->param), &na);
	const char *b = literal_at(p, applying_arg(p, r->param2), &nb);
	struct aval size = applying_size(p, &r->size);

	if (r->size.limited && (!value_is_const(size) || size.k < 0))
		return false;
	if (r->size.limited)
		limit = (size_t)size.k;
	if (a && b && compares_bytes(p) && na >= limit && nb >= limit) {
		*result = memcmp(a, b, limit);
		return true;
	}
	if (!a || !b || (!memchr(a, 0, na) && na < limit) || (!memchr(b, 0, nb) && nb < limit))
		return false;
	*result = p->m->ignores_case ? strncasecmp(a, b, limit) : strncmp(a, b, limit);
	return true;
}

/* What is compared is used: it has to be set, where at least a byte is. */
static void check_compared(struct applying *p, const struct model_ret *r, size_t param)
{
	struct aval at = applying_arg(p, param), n = applying_size(p, &r->size);
	struct range some = r->size.limited ? eval(p->e, p->s, n) : range_single(1);

	if (!range_is_empty(&some) && range_min(&some) >= 1)
		check_loaded(p->e, p->s, at, IRT_U8, mem_load(p->e, p->s, at, IRT_U8));
}

struct aval compare_returned(struct applying *p, const struct model_ret *r)
{
	bool match = r->kind == MR_MATCH;
	struct range differs = range_of(-255, 255);
	struct text_test how = applying_test(p);
	struct aval v, limit;
	int c;

	check_compared(p, r, r->param);
	check_compared(p, r, r->param2);
	if (compare_literals(p, r, &c))
		return value_const(match ? c == 0 : c < 0 ? -1 : c > 0);
	if (is_given(p, r))
		return value_const(match);
	if (is_never_given(p, r)) {
		differs = range_without(&differs, 0, 0);
		return match ? value_const(0) : number_returned(p, r, differs);
	}
	v = number_returned(p, r, match ? range_of(0, 1) : range_of(-255, 255));
	how.nonzero_is_yes = match;
	limit = applying_size(p, &r->size);
	input_compared(p->e, p->s, &how, v, applying_arg(p, r->param), applying_arg(p, r->param2),
		       r->size.limited ? &limit : NULL);
	imply_equal(p->e, p->s, v,
		    &(struct compared){ .a = applying_arg(p, r->param),
					.b = applying_arg(p, r->param2),
					.limit = r->size.limited ? &limit : NULL,
					.ignores_newline = p->m->ignores_newline,
					.is_bytes = compares_bytes(p),
					.yes = range_single(match) });
	return v;
}
