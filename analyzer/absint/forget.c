// SPDX-License-Identifier: MIT
/*
 * Memory that somebody changed in a way that is not followed: what was known of
 * it is forgotten, of as little as possible.
 */
#include "absint/memory.h"

void mem_change(struct engine *e, struct state *s, struct aval addr, unsigned int deps,
		const char *doubt)
{
	struct aval a = address_of(e, s, addr);
	struct contents *c = contents_copy(e, contents_of(e, s, a.region));

	if (region_get(e, a.region)->kind == REGION_FUNC || a.region == e->user)
		return;
	c->n = 0;
	c->user = (struct user_text){ 0 };
	text_forget(c);
	contents_make_unknown(e, c, deps, doubt);
	state_set_contents(e->arena, s, a.region, c);
}

void mem_cut(struct engine *e, struct state *s, struct aval addr)
{
	struct aval a = address_of(e, s, addr);
	const struct contents *old = contents_of(e, s, a.region);
	struct contents *c;

	mem_change(e, s, addr, mem_deps(e, s, addr), NULL);
	c = contents_copy(e, contents_of(e, s, a.region));
	nul_keep(e, s, c, old, value_const(0), value_const(0));
	state_set_contents(e->arena, s, a.region, c);
}

/* What pointers in the bytes lo..hi-1 of @c lead to: whoever gets those bytes follows them. */
static void change_led_to(struct engine *e, struct state *s, const struct contents *c, wide lo,
			  wide hi, unsigned int deps, const char *doubt)
{
	for (size_t i = 0; i < c->n; i++) {
		struct aval to = c->cells[i].value;
		enum region_kind kind = to.region ? region_get(e, to.region)->kind : REGION_NONE;

		if ((kind == REGION_LOCAL || kind == REGION_HEAP) && c->cells[i].offset >= lo &&
		    c->cells[i].offset < hi)
			mem_change_reached(e, s, to, deps | mem_deps(e, s, to), doubt);
	}
}

/* A chain of objects ends where one has been forgotten already: it leads nowhere then. */
void mem_change_reached(struct engine *e, struct state *s, struct aval addr, unsigned int deps,
			const char *doubt)
{
	const struct contents *c = addr.region ? state_contents(s, addr.region) : NULL;

	mem_change(e, s, addr, deps, doubt);
	if (c)
		change_led_to(e, s, c, INT64_MIN, INT64_MAX, deps, doubt);
}

static struct aval unknown_number(struct engine *e, struct aval at, enum ir_type t,
				  unsigned int deps, const char *doubt)
{
	struct sym_spec spec = { .range = type_range(t),
				 .deps = deps,
				 .doubt = doubt,
				 .what = region_get(e, at.region)->name };
	struct aval v = sym_fresh(&e->syms, &spec);

	sym_get(&e->syms, v.sym)->at = at;
	sym_get(&e->syms, v.sym)->is_parsed = deps & DEP_BYTES;
	return v;
}

/* @size bytes at @a, which is constant. */
static void change_bytes(struct engine *e, struct state *s, struct aval a, wide size,
			 unsigned int deps, const char *doubt)
{
	struct contents *c = contents_copy(e, contents_of(e, s, a.region));

	nul_keep(e, s, c, contents_of(e, s, a.region), value_offset(a), value_const(size));
	contents_remove_cells(e, c, (int64_t)a.k, (int64_t)(a.k + size));
	text_after_change(e, s, c, a, size, deps, doubt);
	contents_change(e, c, a.k, a.k + size, deps & ~DEP_UNSTABLE, doubt);
	state_set_contents(e->arena, s, a.region, c);
}

/* The array that an address with a variable index lies in, if where that is is constant. */
static const struct extent *array_around(struct aval a)
{
	const struct extent *x = a.sym ? a.extent : NULL;

	while (x && !value_is_const(x->start))
		x = x->parent;
	return x && x->size > 0 ? x : NULL;
}

void mem_change_object(struct engine *e, struct state *s, struct aval addr, unsigned int deps,
		       const char *doubt)
{
	struct aval a = address_of(e, s, addr);
	const struct region *r = region_get(e, a.region);
	const struct extent *array = array_around(a);
	wide size = value_room(a);
	enum ir_type number;

	if (r->kind == REGION_FUNC || a.region == e->user)
		return;
	if (array) {
		a = value_address(a.region, array->start.k);
		size = array->size;
		change_led_to(e, s, contents_of(e, s, a.region), a.k, a.k + size, deps, doubt);
		change_bytes(e, s, a, size, deps, doubt);
		return;
	}
	if (!size && r->size_known && value_is_const(r->size) && !a.sym)
		size = r->size.k - a.k;
	if (a.sym || !size || covers_region(e, a, size)) {
		mem_change_reached(e, s, addr, deps, doubt);
		return;
	}
	change_led_to(e, s, contents_of(e, s, a.region), a.k, a.k + size, deps, doubt);
	number = ir_int_type((long long)size, true);
	if (number != IRT_OTHER) {
		mem_store(e, s, a, number, unknown_number(e, a, number, deps, doubt));
		return;
	}
	change_bytes(e, s, a, size, deps, doubt);
}

void mem_led_to(struct engine *e, struct state *s, struct aval to, struct aval v)
{
	struct contents *c;

	if (!v.region || region_get(e, v.region)->kind != REGION_LOCAL ||
	    region_get(e, address_of(e, s, to).region)->kind == REGION_LOCAL)
		return;
	c = arena_new_of(e->arena, struct contents);
	*c = *contents_of(e, s, v.region);
	c->is_led_to = true;
	if (c->fill == FILL_UNDEF) /* what is not set yet may be from now on */
		contents_make_unknown(e, c, 0, "others may set what they are led to");
	state_set_contents(e->arena, s, v.region, c);
}

void mem_change_world(struct engine *e, struct state *s, const char *doubt)
{
	s->world = ++e->next_epoch;
	for (size_t i = 0; i < s->mem.n; i++) {
		const struct region *r = region_get(e, s->mem.v[i].region);

		if ((r->kind == REGION_OUTSIDE && !r->text) ||
		    (r->kind == REGION_GLOBAL && r->doubt) || s->mem.v[i].contents->is_led_to)
			mem_change(e, s, value_address(s->mem.v[i].region, 0), 0, doubt);
	}
}
