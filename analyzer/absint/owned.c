// SPDX-License-Identifier: MIT
/*
 * What the handler has to give back: memory it allocated, references it took.
 * A resource is known by its kind and by the object, memory by its region. It
 * is out of the handler's hands once it is released, or once its address is
 * stored where others find it: in the driver's data, in an object that is
 * there already, with a function that keeps it. An object that only another
 * live object points to goes with that one.
 */
#include "absint/apply.h"

static const struct {
	const char *noun, *participle;
} resources[] = {
#define X(id, name, noun, participle) [RESOURCE_##id] = { noun, participle },
	RESOURCE_KINDS(X)
#undef X
};

/* What becomes of an object that is given back. */
static const enum fate {
	STAYS,
	GOES,
	GOES_WITH_THE_LAST
} fates[RESOURCE_KIND_NR] = {
	[RESOURCE_MEMORY] = GOES,
	[RESOURCE_FIRMWARE] = GOES,
	[RESOURCE_MAPPING] = GOES,
	[RESOURCE_REFERENCE] = GOES_WITH_THE_LAST,
	[RESOURCE_FILE] = GOES_WITH_THE_LAST,
};

static uint64_t resource_key(int kind, uint64_t address)
{
	return (uint64_t)kind << 56 | (address & 0xffffffffffffff);
}

static enum fact_kind fact_of(int resource)
{
	return resource == RESOURCE_MEMORY ? FACT_OBJECT : FACT_REFERENCE;
}

uint32_t owned_region(const struct fact *f)
{
	return (uint32_t)(f->key >> 32 & 0xffffff);
}

/* Memory is freed by any pointer into it: container_of() may lie between. */
static uint64_t object_key(struct engine *e, struct state *s, int resource, struct aval v)
{
	if (resource == RESOURCE_MEMORY && v.region)
		v = value_address(v.region, 0);
	return resource_key(resource, address_key(e, s, v));
}

/* NULL and error pointers are no objects. */
static bool is_object(struct engine *e, const struct state *s, struct aval v)
{
	struct range r = eval(e, s, v), object = range_of(4096, ((wide)1 << 64) - 4097);

	r = range_intersect(&r, &object);
	return !range_is_empty(&r);
}

/* ---- taking ---- */

/* Under a lock of another object: once that is given up, only the reference keeps this one. */
static bool is_taken_under_lock(const struct state *s, struct aval v)
{
	const struct fact *f = fact_any(&s->facts, FACT_LOCK);
	const struct fact *end = s->facts.v + s->facts.n;

	for (; f && f < end && f->kind == FACT_LOCK; f++)
		if (owned_region(f) != v.region)
			return true;
	return false;
}

static void acquire(struct applying *p, struct state *s, int resource, struct aval v, bool is_only)
{
	struct fact f = { .kind = fact_of(resource),
			  .value = 1,
			  .loc = event_place(p->e),
			  .is_only = is_only,
			  .is_guarded = is_taken_under_lock(s, v) };

	if (!is_object(p->e, s, v))
		return;
	f.key = object_key(p->e, s, resource, v);
	f.what = arena_printf(p->e->out, "the %s of %s() is not %s", resources[resource].noun,
			      p->m->name, resources[resource].participle);
	if (resource == RESOURCE_MEMORY)
		fact_set(p->e->arena, &s->facts, &f);
	else
		fact_count(p->e->arena, &s->facts, &f);
}

void acquire_returned(struct applying *p, struct state *s, struct aval v)
{
	const struct model_ret *r = &p->mc->ret;

	if (r->kind == MR_FRESH && !r->managed)
		acquire(p, s, RESOURCE_MEMORY, v, true);
	vec_for_each_ptr(const struct model_effect, f, &p->mc->effects)
		if (f->kind == ME_ACQUIRE && f->to == MODEL_NONE)
			acquire(p, s, f->class, v, r->kind == MR_OUTSIDE);
}

bool effect_acquire(struct applying *p, const struct model_effect *f)
{
	struct aval v;

	if (f->to == MODEL_NONE)
		return true; /* acquire_returned() */
	v = applying_arg(p, f->to);
	acquire(p, p->s, f->class, f->of_pointee ? mem_load(p->e, p->s, v, IRT_PTR) : v,
		f->of_pointee);
	return true;
}

/* ---- giving back ---- */

/* One of them was released, nobody knows which. */
static void doubt_all(struct applying *p, int resource)
{
	const char *doubt =
		arena_printf(p->e->out, "which object %s() gets is not known", p->m->name);

	for (size_t i = 0; i < p->s->facts.n; i++) {
		struct fact *f = &p->s->facts.v[i];

		if (f->kind == fact_of(resource) && (int)(f->key >> 56) == resource && !f->doubt)
			f->doubt = doubt;
	}
}

/* A pointer that was reloaded, or rebuilt by container_of(), may be the same. */
static const struct fact *resource_alike(const struct state *s, int resource)
{
	const struct fact *f = fact_any(&s->facts, fact_of(resource));
	const struct fact *end = s->facts.v + s->facts.n;

	for (; f && f < end && f->kind == fact_of(resource); f++)
		if ((int)(f->key >> 56) == resource)
			return f;
	return NULL;
}

/* @have: the reference that is given back if this path took it. */
static void note_fate(struct applying *p, int resource, struct aval v, const struct fact *have)
{
	if (fates[resource] == GOES)
		freed_note(p, v, NULL);
	else if (fates[resource] == GOES_WITH_THE_LAST && !have)
		freed_note(p, v, "another reference may keep the object");
	else if (fates[resource] == GOES_WITH_THE_LAST && have->value == 1 &&
		 (have->is_only || (have->is_guarded && !fact_any(&p->s->facts, FACT_LOCK))))
		freed_note(p, v, have->doubt);
	else if (fates[resource] == GOES_WITH_THE_LAST && have->value == 1)
		freed_note(p, v, "references of others may keep the object");
}

bool effect_release(struct applying *p, const struct model_effect *f)
{
	struct aval v = applying_arg(p, f->to);
	struct fact gone = { .kind = fact_of(f->class), .value = -1 };
	const struct fact *have;

	if (!is_object(p->e, p->s, v))
		return true;
	gone.key = object_key(p->e, p->s, f->class, v);
	note_fate(p, f->class, v, fact_find(&p->s->facts, gone.kind, gone.key));
	have = fact_find(&p->s->facts, gone.kind, gone.key);
	if (!have && f->class == RESOURCE_MEMORY) {
		if (!v.region && v.sym && sym_get(&p->e->syms, v.sym)->is_anything)
			doubt_all(p, f->class);
		return true;
	}
	if (!have)
		have = resource_alike(p->s, f->class);
	if (!have)
		return true; /* it was taken earlier, by somebody else */
	gone.key = have->key;
	fact_count(p->e->arena, &p->s->facts, &gone);
	return true;
}

/* ---- handing on ---- */

const struct fact *owned_fact(struct engine *e, struct state *s, struct aval v)
{
	return fact_find(&s->facts, FACT_OBJECT, object_key(e, s, RESOURCE_MEMORY, v));
}

/* The facts about the object that @v points to or into. */
static bool forget_object(struct engine *e, struct state *s, struct aval v)
{
	bool found = false;

	for (int kind = 0; kind < RESOURCE_KIND_NR; kind++) {
		uint64_t key = object_key(e, s, kind, v);

		if (fact_find(&s->facts, fact_of(kind), key)) {
			fact_drop(&s->facts, fact_of(kind), key);
			found = true;
		}
	}
	return found;
}

static bool owns_anything(const struct state *s)
{
	return fact_any(&s->facts, FACT_OBJECT) || fact_any(&s->facts, FACT_REFERENCE);
}

void owned_escape(struct engine *e, struct state *s, struct aval v)
{
	const struct contents *c;

	if ((!v.region && !v.sym) || !owns_anything(s) || !forget_object(e, s, v))
		return;
	c = v.region ? state_contents(s, v.region) : NULL;
	for (size_t i = 0; c && i < c->n; i++)
		owned_escape(e, s, c->cells[i].value);
}

/* Whether others find what is stored at @to. */
static bool is_public(struct engine *e, struct state *s, struct aval to)
{
	switch (region_get(e, to.region)->kind) {
	case REGION_GLOBAL:
	case REGION_OUTSIDE:
		return true;
	case REGION_HEAP:
		return !fact_find(&s->facts, FACT_OBJECT, object_key(e, s, RESOURCE_MEMORY, to));
	default:
		return false;
	}
}

void owned_store(struct engine *e, struct state *s, struct aval to, struct aval v)
{
	if ((v.region || v.sym) && owns_anything(s) && is_public(e, s, address_of(e, s, to)))
		owned_escape(e, s, v);
}

void owned_copy(struct engine *e, struct state *s, struct aval to, struct aval from)
{
	const struct contents *c;

	if (!owns_anything(s) || !is_public(e, s, address_of(e, s, to)))
		return;
	c = state_contents(s, address_of(e, s, from).region);
	for (size_t i = 0; c && i < c->n; i++)
		owned_escape(e, s, c->cells[i].value);
}

/* A function that nobody knows may keep what it gets, and what that points to. */
static void doubt_object(struct engine *e, struct state *s, struct aval v, const char *why,
			 int depth)
{
	struct fact *f;
	const struct contents *c;

	if (!v.region || region_get(e, v.region)->kind == REGION_FUNC)
		return;
	f = (struct fact *)fact_find(&s->facts, FACT_OBJECT, object_key(e, s, RESOURCE_MEMORY, v));
	if (f && !f->doubt)
		f->doubt = why;
	c = depth ? state_contents(s, v.region) : NULL;
	for (size_t i = 0; c && i < c->n; i++)
		doubt_object(e, s, c->cells[i].value, why, depth - 1);
}

void owned_pass(struct engine *e, struct state *s, struct aval v, const char *why)
{
	if (owns_anything(s))
		doubt_object(e, s, v, why, 2);
}

bool effect_keeps(struct applying *p, const struct model_effect *f)
{
	owned_escape(p->e, p->s, applying_arg(p, f->to));
	outlive_pass(p->e, p->s, applying_arg(p, f->to), p->m->name, NULL);
	return true;
}
