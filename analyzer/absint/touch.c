// SPDX-License-Identifier: MIT
/*
 * What models touch: the text forms of check_access(), where the end of a
 * text decides how far a function reads or writes.
 */
#include "absint/apply.h"

/*
 * A function that is told the room writes nothing if there is none. Whether
 * there is, is asked on a path of its own: the caller's goes on either way.
 */
bool touch_written_text(struct engine *e, struct state *s, const struct access *what,
			struct aval length, const struct aval *room)
{
	struct range r = room ? eval(e, s, *room) : range_single(1), some = range_of(1, WIDE_MAX);
	struct access a = *what;
	struct state *fork;

	a.is_write = a.is_text = true;
	a.size = value_add(&e->syms, length, value_const(1));
	if (range_is_empty(&r) || range_max(&r) <= 0)
		return true;
	if (range_min(&r) >= 1) {
		if (room) /* what is written was cut to it */
			assume_at_most(e, s, length, *room, -1);
		return check_access(e, s, &a);
	}
	fork = state_fork(e->arena, s);
	if (assume_in(e, fork, *room, &some) && assume_at_most(e, fork, length, *room, -1))
		check_access(e, fork, &a);
	return true;
}

/* Memory of the path's own whose bytes are known to hold no NUL, or are not known at all. */
static bool has_end(struct engine *e, struct state *s, struct aval at)
{
	const struct region *r = region_get(e, at.region);

	if (r->kind != REGION_LOCAL && r->kind != REGION_HEAP)
		return true;
	return mem_is_text(e, s, at);
}

static const char *without_end(struct engine *e, struct aval at)
{
	return arena_printf(e->out, "nothing says that the text in %s ends with a NUL",
			    object_name(e, at, at.extent));
}

/* NULL if it is certain that there is no NUL from @at to the end of the object. */
static const char *doubt_of_endless(struct engine *e, struct state *s, struct aval at)
{
	struct text t = text_at(e, s, at);
	struct aval end = value_add(&e->syms, value_offset(at), t.length);
	struct range left = eval(e, s, value_sub(&e->syms, region_get(e, at.region)->size, end));

	if (t.is_guess || state_doubt(&e->syms, s, end) || range_is_empty(&left) ||
	    range_max(&left) > 0)
		return without_end(e, at);
	return NULL;
}

/* Whether the text at @at can fill its object to the last byte; then @s is where it does. */
static bool fills_object(struct engine *e, struct state *s, struct aval at)
{
	const struct region *r = region_get(e, at.region);
	struct aval size = value_room(at) ? value_const(value_room(at)) : r->size, left;
	struct text t = text_at(e, s, at);
	struct range none = range_single(0);

	if ((!value_room(at) && !r->size_known) || state_doubt(&e->syms, s, t.length))
		return false;
	if (!value_room(at))
		size = value_sub(&e->syms, size, value_offset(at));
	left = value_sub(&e->syms, size, t.length);
	return t.is_open && !t.is_guess && assume_in(e, s, left, &none) && !s->is_dead;
}

static void report_endless(struct engine *e, const struct state *s, const struct access *a)
{
	struct state *full = state_fork(e->arena, s);
	struct event ev = { .kind = EVENT_OUT_OF_BOUNDS,
			    .place = place_of_region(e, a->at.region),
			    .message = arena_printf(e->out, "%s() reads on behind %s", a->via,
						    object_name(e, a->at, a->at.extent)) };

	if (fills_object(e, full, a->at)) {
		ev.message =
			arena_printf(e->out, "%s: a text that fills it has no NUL", ev.message);
		event_add(e, full, &ev);
		return;
	}
	ev.doubt = without_end(e, a->at);
	event_add(e, s, &ev);
}

/* Up to its NUL, or @max bytes of what may have none. */
static bool read_text(struct engine *e, struct state *s, struct access *a, const struct aval *max)
{
	a->size = value_const(1);
	if (!check_access(e, s, a))
		return false;
	a->at = address_of(e, s, a->at);
	check_loaded(e, s, a->at, IRT_U8, mem_load(e, s, a->at, IRT_U8));
	if (has_end(e, s, a->at)) {
		a->size = value_add(&e->syms, mem_length(e, s, a->at), value_const(1));
		return max || check_access(e, s, a);
	}
	if (max) {
		a->size = *max;
		a->doubt = doubt_of_endless(e, s, a->at);
		return check_access(e, s, a);
	}
	report_endless(e, s, a);
	return true;
}

bool touch_read_text(struct engine *e, struct state *s, const struct access *what,
		     const struct aval *max)
{
	struct range r = max ? eval(e, s, *max) : range_single(1), some = range_of(1, WIDE_MAX);
	struct access a = *what;
	struct state *fork;

	a.is_text = true;
	if (range_is_empty(&r) || range_max(&r) <= 0)
		return true;
	if (range_min(&r) >= 1)
		return read_text(e, s, &a, max);
	fork = state_fork(e->arena, s);
	if (assume_in(e, fork, *max, &some))
		read_text(e, fork, &a, max);
	return true;
}

/* ---- by a modelled callee ---- */

bool touch_bytes(struct applying *p, struct aval at, struct aval size, bool is_write)
{
	struct access a = { .at = at, .size = size, .is_write = is_write, .via = p->m->name };

	if (!check_access(p->e, p->s, &a))
		p->s->is_dead = true;
	return !p->s->is_dead;
}

bool touch_object(struct applying *p, struct aval at, bool is_write)
{
	struct access a = { .at = at,
			    .size = value_const(1),
			    .is_write = is_write,
			    .is_typed = true,
			    .via = p->m->name };

	if (!check_access(p->e, p->s, &a))
		p->s->is_dead = true;
	return !p->s->is_dead;
}

bool touch_text(struct applying *p, struct aval at, const struct model_size *max)
{
	struct access a = { .at = at, .via = p->m->name };
	struct aval n = applying_size(p, max);

	if (!touch_read_text(p->e, p->s, &a, max->limited ? &n : NULL))
		p->s->is_dead = true;
	return !p->s->is_dead;
}
