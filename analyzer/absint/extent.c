// SPDX-License-Identifier: MIT
/*
 * Which member or array an address points into.
 *
 * A region is a whole object, but C allows less: an index past a member's
 * array is out of bounds although the struct goes on behind it. So an address
 * made by FIELD or INDEX carries the extent it was made from, and pointer
 * arithmetic keeps it. Where an index is variable, the object chosen by it
 * lies in a wider extent, its parent: "t->row[i].name[k]" has two to keep to.
 *
 * Two idioms leave an extent on purpose: container_of() steps back by a
 * constant, and a struct that begins with another is cast to the outer one and
 * its later members are taken. Both are constant, so they are told apart from
 * an index that ran too far.
 */
#include "absint/engine.h"
#include "absint/trial.h"

const struct extent extent_unclear = { .size = 0 };

bool extent_same(const struct extent *a, const struct extent *b)
{
	while (a != b) {
		if (!a || !b || a == &extent_unclear || b == &extent_unclear ||
		    a->size != b->size || !value_same(a->start, b->start))
			return false;
		a = a->parent;
		b = b->parent;
	}
	return true;
}

/* The distance of @at from the start of @x, if that is a constant. */
static bool offset_in(const struct extent *x, struct aval at, wide *d)
{
	*d = at.k - x->start.k;
	return x != &extent_unclear && x->start.sym == at.sym;
}

wide value_room(struct aval v)
{
	wide d;

	if (!v.extent || !offset_in(v.extent, v, &d) || d < 0 || d >= v.extent->size)
		return 0;
	return v.extent->size - d;
}

/* The extents of @x that say something about an object at @at: those at a variable distance. */
static const struct extent *wider(const struct extent *x, struct aval at)
{
	wide d;

	while (x && offset_in(x, at, &d))
		x = x->parent;
	return x;
}

static struct extent *extent_new(struct engine *e, struct aval start, wide size,
				 const struct extent *parent, const char *name)
{
	struct extent *x = arena_new_of(e->arena, struct extent);

	*x = (struct extent){ .start = value_offset(start),
			      .size = size,
			      .parent = parent,
			      .name = name,
			      .inner = name };
	return x;
}

/* What is no address yet (NULL, an error, a symbol) keeps telling why. */
static void keep_kind(struct aval *v, struct aval base)
{
	v->flags |= base.flags & VF_STEPPED;
	if (base.region)
		return;
	v->flags |= base.flags & VF_MAYBE_ABSENT;
	v->failure = base.failure;
}

/* A pointer of unknown value leads to an object of its own, in which steps are counted. */
static struct aval base_of(struct engine *e, struct state *s, struct aval v)
{
	return v.sym && !v.region ? address_of(e, s, v) : v;
}

struct aval field_address(struct engine *e, struct state *s, struct aval base,
			  const struct ir_insn *in)
{
	const struct extent *parent, *outer = base.extent;
	const char *name = in->text;
	struct extent *x;
	struct aval v;

	/* "lock", not "lock.rlock" that is the whole of it */
	if (outer && !in->offset && (uint64_t)value_room(base) == in->size)
		name = outer->name ? outer->name : name;
	base = base_of(e, s, base);
	v = value_add(&e->syms, base, value_const((wide)in->offset));
	keep_kind(&v, base);
	parent = wider(base.extent, v);
	/* a flexible array goes on to the end of its object */
	v.extent = parent;
	if (in->size) {
		v.extent = x = extent_new(e, v, (wide)in->size, parent, name);
		x->inner = in->text;
		x->within = outer;
	}
	if (e->trial)
		trial_note_member(e, v, in->size, in->text);
	return v;
}

/* An element of an array whose length the type tells. */
static const struct extent *array_extent(struct engine *e, struct aval base, wide size)
{
	const struct extent *x = base.extent;
	struct extent *new;
	wide d;

	if (x && offset_in(x, base, &d) && d == 0 && x->size == size)
		return x;
	new = extent_new(e, base, size, wider(x, base), x ? x->name : NULL);
	new->inner = x ? x->inner : NULL;
	return new;
}

/* A step by a pointer: inside what it points into, or back to the object around it. */
static const struct extent *stepped_extent(struct aval base, struct aval by, struct aval to)
{
	const struct extent *x = base.extent;
	wide d;

	if (x && value_is_const(by) && by.k < 0 && offset_in(x, to, &d) && d < 0)
		return wider(x, to);
	return x;
}

struct aval index_address(struct engine *e, struct state *s, struct aval base, struct aval index,
			  const struct ir_insn *in)
{
	struct aval by = value_scale(&e->syms, index, (wide)in->size), v;

	base = base_of(e, s, base);
	v = value_add(&e->syms, base, by);
	keep_kind(&v, base);
	if (in->count > 1) {
		v.extent = array_extent(e, base, (wide)(in->count * in->size));
		return v;
	}
	/* an array of one element is the old way to write a flexible one */
	v.extent = in->count ? wider(base.extent, base) : stepped_extent(base, by, v);
	if (!v.extent && !(value_is_const(by) && by.k <= 0))
		v.flags |= VF_STEPPED;
	return v;
}
