// SPDX-License-Identifier: MIT
/*
 * Strings that are one of a few: what a function returns the names of things
 * with, and the name of the attribute that a handler was called for, where many
 * attributes share it. Behind the pointer lies a text (text.h); which bytes may
 * stand at one place of it, the strings themselves tell.
 *
 * Numbers that are one of a few: what lies around the attribute that a handler was
 * called for.
 */
#include <string.h>

#include "absint/engine.h"
#include "absint/later.h"
#include "absint/memory.h"

struct text text_one_of(struct engine *e, const char **v, size_t n, const char *doubt)
{
	struct range lengths = { .n = 0 };
	struct text t = { .length = value_const(0) };

	for (size_t i = 0; i < n; i++) {
		struct text one = text_of_bytes(e, v[i], strlen(v[i]));
		struct range length = range_single(one.length.k);

		lengths = range_union(&lengths, &length);
		t = i ? text_any_of(&t, &one) : one;
	}
	if (!range_is_single(&lengths)) {
		struct sym_spec spec = { .range = lengths, .doubt = doubt };

		t.length = sym_fresh(&e->syms, &spec);
	}
	return t;
}

void strings_at_pointer(struct engine *e, uint32_t sym, const char **v, size_t n)
{
	struct region *r = region_get(e, address_region(e, sym));

	r->strings = v;
	r->nstrings = n;
	r->size_known = r->text && value_is_const(r->text->length);
	if (r->size_known)
		r->size = value_const(r->text->length.k + 1);
}

bool strings_byte(const struct engine *e, const struct state *s, struct aval a, struct charset *set)
{
	const struct region *r = region_get(e, a.region);

	if (!r->strings || a.sym || a.k < 0 || state_contents(s, a.region))
		return false;
	*set = (struct charset){ { 0 } };
	for (size_t i = 0; i < r->nstrings; i++) {
		unsigned char c = 0;

		if (a.k > (wide)strlen(r->strings[i]))
			continue; /* the path knows that it is none of these */
		c = (unsigned char)r->strings[i][a.k];
		*set = charset_union(*set, charset_between(c, c));
	}
	return true;
}

/* Whether @a lies in what the kernel hands to the handler to say what it is called for. */
static bool is_own_name(const struct engine *e, struct aval a)
{
	uint32_t pointer = region_get(e, a.region)->pointer.sym;
	const char *member = value_inner_member(a);

	return pointer && sym_get(&e->syms, pointer)->is_argument && member &&
	       !strcmp(member, "struct attribute.name");
}

bool own_name_loaded(struct engine *e, struct aval a, uint32_t sym)
{
	const struct handler *h = e->summary->handler;
	struct text t;

	if (!is_own_name(e, a) || !h->nnames)
		return false;
	t = text_one_of(e, h->names, h->nnames, "which attribute it is called for is not known");
	text_at_pointer(e, sym, &t);
	strings_at_pointer(e, sym, h->names, h->nnames);
	return true;
}

/* Whether @a lies around the attribute that the handler was called with. */
static bool is_own_attr(const struct engine *e, struct aval a)
{
	if (e->own_attr.region)
		return a.region == e->own_attr.region;
	return e->own_attr.sym && region_get(e, a.region)->pointer.sym == e->own_attr.sym;
}

static bool is_stored_to(const struct engine *e, const char *member)
{
	size_t unit = e->summary->handler->unit;

	return later_knows(e->later, program_driver(e->prog, e->prog->units.v[unit]), member);
}

bool own_number(struct engine *e, struct aval a, enum ir_type t, struct range *out)
{
	const struct handler *h;

	*out = (struct range){ .n = 0 };
	if (!is_own_attr(e, a) || a.sym || is_stored_to(e, value_inner_member(a)))
		return false;
	h = e->summary->handler;
	for (size_t i = 0; i < h->nobjects; i++) {
		struct ir_unit *u = e->prog->units.v[h->objects[i].unit];
		struct global_id g = { u, &u->globals.v[h->objects[i].global] };
		wide at = (wide)h->objects[i].base + a.k, v;
		struct range one;

		if (g.global->is_opaque || at < 0 || at + ir_type_bytes(t) > (wide)g.global->size ||
		    !constant_number(g, (uint64_t)at, t, &v))
			return false;
		one = range_single(v);
		*out = range_union(out, &one);
	}
	return h->nobjects > 0;
}
