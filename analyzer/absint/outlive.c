// SPDX-License-Identifier: MIT
/*
 * Pointers into store's buffer that outlive the call: kernfs frees the buffer
 * when store returns. Storing one where others find it is harmless as long as
 * it is gone again on the return, so the place is noted as a fact, and what it
 * holds at the return is what counts. Memory of the path's own counts from when
 * it is in other hands.
 */
#include "absint/apply.h"

static bool is_user_pointer(const struct engine *e, struct aval v)
{
	return e->user && (v.region == e->user || (v.sym && sym_get(&e->syms, v.sym)->maybe_user));
}

static bool is_lasting(const struct engine *e, struct aval at)
{
	enum region_kind kind = region_get(e, at.region)->kind;

	return kind == REGION_GLOBAL || kind == REGION_OUTSIDE || kind == REGION_HEAP;
}

static void note(struct engine *e, struct state *s, struct aval at, struct aval v)
{
	struct fact f = { .kind = FACT_KEPT,
			  .key = address_key(e, s, at),
			  .loc = event_place(e),
			  .function = event_function(e),
			  .what = address_name(e, s, at) };

	if (!is_lasting(e, at))
		return;
	if (is_user_pointer(e, v))
		fact_set(e->arena, &s->facts, &f);
	else
		fact_drop(&s->facts, f.kind, f.key);
}

void outlive_store(struct engine *e, struct state *s, struct aval to, struct aval v)
{
	if (is_user_pointer(e, v) || fact_any(&s->facts, FACT_KEPT))
		note(e, s, address_of(e, s, to), v);
}

void outlive_copy(struct engine *e, struct state *s, struct aval to, struct aval from,
		  struct aval size)
{
	struct aval a = address_of(e, s, from);
	const struct contents *c = state_contents(s, a.region);

	if (!e->user || e->trial)
		return;
	to = address_of(e, s, to);
	for (size_t i = 0; c && i < c->n; i++) {
		const struct cell *x = &c->cells[i];
		struct aval at = to;

		if (!is_user_pointer(e, x->value) || (!a.sym && x->offset < a.k) ||
		    (!a.sym && value_is_const(size) && x->offset >= a.k + size.k))
			continue;
		at.k = wide_add(at.k, a.sym ? 0 : x->offset - a.k);
		note(e, s, at, x->value);
	}
}

/* ---- at the return ---- */

/* What it is found in: not in memory that only this path knows. */
static bool is_in_other_hands(struct engine *e, struct state *s, struct aval at, const char **doubt)
{
	const struct fact *own = owned_fact(e, s, at);

	if (region_get(e, at.region)->kind != REGION_HEAP || !own)
		return !freed_fact(s, at.region);
	*doubt = own->doubt;
	return own->doubt != NULL;
}

/* Whether the place of @f still holds the pointer; the later writes to it were not all followed. */
static bool is_still_there(struct engine *e, struct state *s, const struct fact *f, struct aval at,
			   const char **doubt)
{
	struct aval v;

	if (f->key & 0x80000000u)
		return true; /* an element with a variable index */
	v = mem_load(e, s, at, IRT_PTR);
	if (v.sym && !v.region && sym_get(&e->syms, v.sym)->doubt)
		*doubt = sym_get(&e->syms, v.sym)->doubt;
	return is_user_pointer(e, v) || *doubt;
}

static void report(struct engine *e, struct state *s, const struct fact *f)
{
	struct aval at = value_address((uint32_t)(f->key >> 32), (wide)(f->key & 0x7fffffffu));
	struct event ev = { .kind = EVENT_KEPT_POINTER,
			    .place = PLACE_USER,
			    .loc = f->loc,
			    .function = f->function,
			    .doubt = f->doubt };

	if (!is_in_other_hands(e, s, at, &ev.doubt) || !is_still_there(e, s, f, at, &ev.doubt))
		return;
	ev.message = arena_printf(e->out,
				  "%s still points into the written bytes when store returns, and "
				  "they are freed then",
				  f->what);
	event_add(e, s, &ev);
}

void outlive_return(struct engine *e, struct state *s)
{
	const struct fact *f = fact_any(&s->facts, FACT_KEPT);

	for (; f && f < s->facts.v + s->facts.n && f->kind == FACT_KEPT; f++)
		report(e, s, f);
}

/* ---- callees ---- */

/* What lies in objects of the driver, whoever keeps them, is looked at when store returns. */
static bool holds_user_pointer(const struct engine *e, const struct state *s, struct aval v)
{
	enum region_kind kind = region_get(e, v.region)->kind;
	const struct contents *c =
		kind == REGION_LOCAL || kind == REGION_HEAP ? state_contents(s, v.region) : NULL;

	for (size_t i = 0; c && i < c->n; i++)
		if (is_user_pointer(e, c->cells[i].value))
			return true;
	return is_user_pointer(e, v);
}

void outlive_pass(struct engine *e, struct state *s, struct aval v, const char *callee,
		  const char *doubt)
{
	struct event ev = { .kind = EVENT_KEPT_POINTER, .place = PLACE_USER, .doubt = doubt };

	if (!e->user || e->trial || !holds_user_pointer(e, s, v))
		return;
	ev.message =
		callee ? arena_printf(e->out, "%s() keeps a pointer into the written bytes", callee)
		       : "a pointer into the written bytes may be kept";
	event_add(e, s, &ev);
}
