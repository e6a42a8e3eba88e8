// SPDX-License-Identifier: MIT
/*
 * The NUL that is known to stand somewhere in a piece of memory.
 *
 * Where a text ends is often not known although it ends for certain:
 *
 *	memcpy(copy, buf, count);
 *	copy[count] = 0;		the bytes copied may hold a NUL, too
 *	strsep(&next, ".");		puts NULs nobody knows where
 *
 * So of each region one offset is kept at which a NUL stands until something
 * is written there. A string that starts before it ends there at the latest.
 *
 * Limits: one for a region, the one farthest behind that is known to be so.
 */
#include "absint/memory.h"

static bool at_least(struct engine *e, const struct state *s, struct aval a, struct aval b, wide k)
{
	struct range d = eval(e, s, value_sub(&e->syms, a, b));

	return !range_is_empty(&d) && range_min(&d) >= k;
}

void nul_put(struct engine *e, const struct state *s, struct contents *c, struct aval at)
{
	const struct region *r = region_get(e, at.region);

	at = value_offset(at);
	if (c->has_nul && at_least(e, s, c->nul, at, 0))
		return;
	if (r->size_known && !at_least(e, s, r->size, at, 1))
		return; /* behind the object: that was said, and is no end of its string */
	c->has_nul = true;
	c->nul = at;
}

void nul_keep(struct engine *e, const struct state *s, struct contents *c,
	      const struct contents *old, struct aval at, struct aval size)
{
	if (!old->has_nul || !(at_least(e, s, at, old->nul, 1) ||
			       at_least(e, s, old->nul, value_add(&e->syms, at, size), 0)))
		return;
	c->has_nul = true;
	c->nul = old->nul;
}

void nul_copy(struct engine *e, const struct state *s, struct contents *c, struct aval to,
	      struct aval from, struct aval size)
{
	const struct contents *src = contents_of(e, s, from.region);
	bool is_users = e->has_count && from.region == e->user;
	struct aval skip = is_users ? e->count : src->nul;

	if (!is_users && !src->has_nul)
		return;
	skip = value_sub(&e->syms, skip, value_offset(from));
	if (at_least(e, s, skip, value_const(0), 0) && at_least(e, s, size, skip, 1))
		nul_put(e, s, c, value_add(&e->syms, to, skip));
}

/*
 * How long the text @t at @a is that @c ends somewhere. The same for the same
 * contents, however often it is asked for: else no widened loop would settle.
 */
static struct aval closed_length(struct engine *e, const struct contents *c, struct aval a,
				 const struct text *t, const char *why)
{
	bool bounded = t->limit != INT64_MAX && t->limit > t->at;
	struct sym_spec spec = { .range = range_of(0, bounded ? t->limit - t->at : INT32_MAX),
				 .deps = value_deps(&e->syms, t->length),
				 .doubt = why };
	struct sym_key key = sym_key_of(TAG_STRLEN, 0, a);

	key.part[4] = (uint64_t)(uintptr_t)c;
	key.part[5] = 2; /* text.c has 0 and 1 */
	return sym_keyed(&e->syms, &key, &spec);
}

/* What lies between a text that has no NUL and the one that ends it may be anything. */
static void close_text(struct engine *e, struct state *s, struct text *t, struct aval a,
		       struct aval room, const char *name)
{
	const char *why = arena_printf(e->out, "where the text in '%s' ends is not known", name);
	struct range d = eval(e, s, value_sub(&e->syms, room, t->length));
	struct text any;

	t->is_open = false;
	if (!t->is_guess && range_is_single(&d) && range_min(&d) == 0)
		return;
	if (!t->is_guess) {
		any = text_of_set(e, value_const(2), charset_between(1, 0xff), name, why);
		*t = text_any_of(t, &any);
		t->length = closed_length(e, contents_of(e, s, a.region), a, t, why);
	}
	t->is_guess = false;
	assume_at_most(e, s, t->length, room, 0);
}

void nul_ends(struct engine *e, struct state *s, struct aval a, struct text *t)
{
	const struct contents *c = contents_of(e, s, a.region);
	const char *name = region_get(e, a.region)->name;
	struct aval room;

	if (!c->has_nul || a.region == e->page || !(t->is_open || t->is_guess))
		return;
	room = value_sub(&e->syms, c->nul, value_offset(a));
	if (at_least(e, s, room, value_const(0), 0))
		close_text(e, s, t, a, room, name ? name : "a buffer");
}
