// SPDX-License-Identifier: MIT
#include "absint/printed.h"
#include "absint/engine.h"

const struct printed *printed_bytes(struct engine *e, const char *bytes, size_t n)
{
	struct printed *p;

	if (!n)
		return NULL;
	p = arena_new_of(e->arena, struct printed);
	p->bytes = arena_strndup(e->arena, bytes, n);
	p->n = n;
	return p;
}

const struct printed *printed_number(struct engine *e, const struct printed *how)
{
	struct printed *p = arena_new_of(e->arena, struct printed);

	*p = *how;
	return p;
}

const struct printed *printed_append(struct engine *e, const struct printed *a,
				     const struct printed *b)
{
	struct printed *p;

	if (!a || !b)
		return a ? a : b;
	p = arena_new_of(e->arena, struct printed);
	*p = *b;
	p->prev = printed_append(e, a, b->prev);
	return p;
}

struct printed_text printed_export(struct arena *a, const struct printed *last, struct spelling s)
{
	struct printed_text t = { 0 };
	struct printed *copy;
	size_t n = 0, tokens = 0;

	for (const struct printed *p = last; p; p = p->prev, n++)
		tokens += p->bytes ? p->n : 1;
	if (!s.is_known || tokens != s.ntokens)
		return t; /* some piece is missing */
	copy = arena_array(a, n + 1, sizeof(*copy));
	t = (struct printed_text){ n, copy };
	for (const struct printed *p = last; p; p = p->prev) {
		copy[--n] = *p;
		copy[n].prev = NULL;
		if (p->bytes)
			copy[n].bytes = arena_strndup(a, p->bytes, p->n);
	}
	return t;
}

static wide digits_of(wide v, unsigned int base)
{
	wide n = 1 + (v < 0);

	for (uwide m = v < 0 ? -(uwide)v : (uwide)v; m >= base; m /= base)
		n++;
	return n;
}

void printed_digits(const struct printed *p, const struct range *r, wide *least, wide *most)
{
	wide lo = digits_of(range_min(r), p->base), hi = digits_of(range_max(r), p->base);
	wide fewest = range_contains(r, 0) ? 1 : lo < hi ? lo : hi;

	*most = lo > hi ? lo : hi;
	*least = range_min(r) >= 0 ? lo : fewest < *most ? 1 : fewest;
	*least = (p->zeroes > *least ? p->zeroes : *least) + 2 * p->prefixed;
	*most = (p->zeroes > *most ? p->zeroes : *most) + 2 * p->prefixed;
}
