// SPDX-License-Identifier: MIT
/*
 * The string that starts at offset 0 of a region: its length.
 */
#include <string.h>

#include "absint/memory.h"

/* ---- lengths ---- */

void text_forget(struct contents *c)
{
	c->length_known = false;
}

/* One byte written at @at: does the string of @c end elsewhere now? */
void text_after_byte(struct engine *e, const struct state *s, struct contents *c, struct aval at,
		     struct aval v)
{
	struct range d;
	bool is_nul = value_is_const(v) && v.k == 0;

	if (!c->length_known)
		return;
	d = eval(e, s, value_sub(&e->syms, at, c->length));
	if (range_is_empty(&d))
		return;
	if (range_is_single(&d) && range_min(&d) == 0) {
		if (!is_nul)
			c->length = value_add(&e->syms, c->length, value_const(1));
	} else if (range_max(&d) < 0) {
		if (is_nul)
			c->length = at;
	} else if (range_min(&d) <= 0) {
		text_forget(c);
	}
}

/* @n bytes of text appended or written at @at. */
void text_after_write(struct engine *e, const struct state *s, struct contents *c, struct aval at,
		      struct aval n)
{
	struct range d;

	if (value_is_const(at) && at.k == 0) {
		c->length_known = true;
		c->length = n;
		return;
	}
	if (!c->length_known)
		return;
	d = eval(e, s, value_sub(&e->syms, at, c->length));
	if (range_is_single(&d) && range_min(&d) == 0)
		c->length = value_add(&e->syms, at, n);
	else
		text_forget(c);
}

/* How much of @size copied bytes is text: up to the first NUL, where that is known. */
struct aval text_in_bytes(struct engine *e, struct state *s, struct aval from, struct aval size)
{
	size_t n;
	const char *bytes = mem_literal(e, s, from, &n);

	if (bytes && value_is_const(size) && size.k >= 0 && size.k <= (wide)n)
		return value_const((wide)strnlen(bytes, (size_t)size.k));
	return size;
}

/* ---- strings ---- */

const char *mem_literal(struct engine *e, struct state *s, struct aval addr, size_t *n)
{
	struct aval a = address_of(e, s, addr);
	const struct region *r = region_get(e, a.region);

	if (r->kind != REGION_GLOBAL || r->fill != FILL_INIT || !r->global.global->bytes || a.sym ||
	    a.k < 0 || a.k >= (wide)r->global.global->nbytes)
		return NULL;
	*n = r->global.global->nbytes - (size_t)a.k;
	return r->global.global->bytes + a.k;
}

/* The user's string ends at the latest where the write did. */
static struct aval user_length(struct engine *e, struct state *s, struct aval a)
{
	struct range all = eval(e, s, e->count);
	struct sym_spec spec = { .range = range_of(0, range_max(&all)),
				 .deps = DEP_BYTES,
				 .what = "the length of the written string" };
	struct sym_key key = sym_key_of(TAG_STRLEN, 0, a);
	struct aval v = sym_keyed(&e->syms, &key, &spec);

	assume_at_most(e, s, value_add(&e->syms, v, value_offset(a)), e->count, 0);
	return v;
}

/* Bytes from @a to the end of its member or object, 0 if unknown. */
static wide bytes_left(struct engine *e, struct aval a)
{
	const struct region *r = region_get(e, a.region);

	if (value_room(a))
		return value_room(a);
	return r->size_known && value_is_const(r->size) && !a.sym && a.k < r->size.k
		       ? r->size.k - a.k
		       : 0;
}

static struct aval unknown_length(struct engine *e, const struct contents *c, struct aval a)
{
	wide left = bytes_left(e, a);
	const char *name = region_get(e, a.region)->name;
	struct sym_spec spec = { .range = range_of(0, left ? left - 1 : INT32_MAX),
				 .deps = c->deps,
				 .doubt = arena_printf(e->out,
						       "the length of the string in '%s' "
						       "is not known",
						       name ? name : "a buffer") };
	struct sym_key key = sym_key_of(TAG_STRLEN, c->epoch, a);
	struct aval v = sym_keyed(&e->syms, &key, &spec);

	sym_get(&e->syms, v.sym)->is_length = true;
	sym_get(&e->syms, v.sym)->at = a;
	return v;
}

struct aval mem_length(struct engine *e, struct state *s, struct aval addr)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *c = contents_of(e, s, a.region);
	size_t n = 0;
	const char *bytes = mem_literal(e, s, a, &n);
	struct range d;

	if (bytes && memchr(bytes, 0, n))
		return value_const((wide)strlen(bytes));
	if (a.region == e->user && e->has_count)
		return user_length(e, s, a);
	if (c->length_known) {
		struct aval left = value_sub(&e->syms, c->length, value_offset(a));

		d = eval(e, s, left);
		if (!range_is_empty(&d) && range_min(&d) >= 0)
			return left;
	}
	return unknown_length(e, c, a);
}

/* One past the last byte that a string of @length at @a may touch. */
static int64_t end_of_string(struct engine *e, const struct state *s, struct aval a,
			     struct aval length)
{
	struct range r = eval(e, s, value_add(&e->syms, value_offset(a), length));
	wide end = range_is_empty(&r) ? INT64_MAX : wide_add(range_max(&r), 1);

	if (value_room(a) && !a.sym && end > a.k + value_room(a))
		end = a.k + value_room(a);
	return end > INT64_MAX ? INT64_MAX : (int64_t)end;
}

void mem_set_string(struct engine *e, struct state *s, struct aval addr, struct aval length,
		    unsigned int deps)
{
	struct aval a = address_of(e, s, addr);
	struct contents *c = contents_copy(e, contents_of(e, s, a.region));

	c->user = (struct user_text){ 0 };
	text_after_write(e, s, c, value_offset(a), length);
	contents_remove_cells(c, a.sym ? INT64_MIN : (int64_t)a.k, end_of_string(e, s, a, length));
	if (!a.sym && a.k == 0 && !a.extent && !c->n)
		c->deps = 0; /* what was there before is gone */
	contents_make_unknown(e, c, deps, NULL);
	state_set_contents(e->arena, s, a.region, c);
}
