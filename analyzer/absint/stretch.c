// SPDX-License-Identifier: MIT
/*
 * What no cell covers of an object, where a write has changed a part of it:
 * a member that was copied to, an array with one element set. The part is one
 * stretch of bytes, which grows with each such write; the rest keeps what is
 * known of it, in particular that reading it again gives the same number.
 */
#include "absint/engine.h"
#include "absint/memory.h"

static bool is_set(const struct stretch *x)
{
	return x->lo < x->hi;
}

static void take(struct engine *e, struct stretch *x, int64_t lo, int64_t hi, unsigned int deps,
		 const char *doubt)
{
	bool was_set = is_set(x);

	x->lo = was_set && x->lo < lo ? x->lo : lo;
	x->hi = was_set && x->hi > hi ? x->hi : hi;
	x->epoch = ++e->next_epoch;
	x->deps |= deps;
	x->doubt = x->doubt ? x->doubt : doubt;
	x->is_joined = false;
}

void contents_change(struct engine *e, struct contents *c, wide lo, wide hi, unsigned int deps,
		     const char *doubt)
{
	if (c->fill == FILL_INIT || lo <= INT64_MIN || hi >= INT64_MAX)
		contents_make_unknown(e, c, deps, doubt);
	else if (lo < hi)
		take(e, &c->part, (int64_t)lo, (int64_t)hi, deps, doubt);
}

bool contents_extent(struct aval a, wide *lo, wide *hi)
{
	const struct extent *x = a.extent;

	if (!x || x == &extent_unclear || x->start.sym)
		return false;
	*lo = x->start.k;
	*hi = x->start.k + x->size;
	return true;
}

/* Whether an access to @size bytes at @a may hit the stretch, and whether it keeps to it. */
static void place(const struct stretch *x, struct aval a, wide size, bool *hits, bool *inside)
{
	wide lo = a.k, hi = a.k + size;

	*hits = true;
	*inside = false;
	if (a.sym && !contents_extent(a, &lo, &hi))
		return;
	*hits = lo < x->hi && hi > x->lo;
	*inside = lo >= x->lo && hi <= x->hi;
}

const struct contents *contents_at(struct engine *e, const struct contents *c, struct aval a,
				   wide size)
{
	struct contents *seen;
	bool hits, inside;

	if (!is_set(&c->part))
		return c;
	place(&c->part, a, size ? size : 1, &hits, &inside);
	seen = arena_new_of(e->arena, struct contents);
	*seen = *c;
	seen->part = (struct stretch){ 0 };
	if (!hits)
		return seen;
	seen->fill = FILL_UNKNOWN;
	seen->epoch = c->part.epoch;
	seen->deps = c->part.deps | (inside ? 0 : c->deps);
	seen->doubt = c->part.doubt ? c->part.doubt : inside ? NULL : c->doubt;
	return seen;
}

bool contents_changed_in(const struct contents *c, wide lo, wide hi)
{
	return is_set(&c->part) && c->part.lo < hi && c->part.hi > lo;
}

bool stretch_same(const struct stretch *a, const struct stretch *b)
{
	return (!is_set(a) && !is_set(b)) ||
	       (a->lo == b->lo && a->hi == b->hi && a->epoch == b->epoch && a->deps == b->deps);
}

struct stretch stretch_join(struct engine *e, const struct stretch *a, const struct stretch *b)
{
	struct stretch x = *a;

	if (stretch_same(a, b))
		return x;
	if (is_set(b))
		take(e, &x, b->lo, b->hi, b->deps, b->doubt);
	else
		take(e, &x, a->lo, a->hi, 0, NULL);
	x.is_joined = true;
	return x;
}

bool stretch_covers(const struct stretch *old, const struct stretch *new)
{
	if (stretch_same(old, new))
		return true;
	return old->is_joined && !(new->deps & ~old->deps) && (!new->doubt || old->doubt) &&
	       (!is_set(new) || (old->lo <= new->lo &&new->hi <= old->hi));
}
