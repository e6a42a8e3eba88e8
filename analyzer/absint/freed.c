// SPDX-License-Identifier: MIT
/*
 * Objects after their release. What was freed, or whose last reference was
 * put, is known by its region, so any pointer into it counts, however it was
 * copied; a pointer that is loaded again from where it lay is the same one.
 *
 * A reference is the last one as far as anybody can tell if the handler was
 * given it together with the pointer (a lookup). One that the driver took
 * earlier may not be the last. What was reached without a reference, and had
 * one for a while only, is as valid after the put as it was before.
 */
#include "absint/apply.h"
#include "absint/memory.h"

const struct fact *freed_fact(const struct state *s, uint32_t region)
{
	return fact_find(&s->facts, FACT_FREED, region);
}

static bool can_be_freed(const struct engine *e, uint32_t region)
{
	const struct region *r = region_get(e, region);

	return r->kind == REGION_HEAP || (r->kind == REGION_OUTSIDE && !r->is_anywhere);
}

void freed_note(struct applying *p, struct aval v, const char *doubt)
{
	struct engine *e = p->e;
	struct fact f = { .kind = FACT_FREED, .loc = event_place(e), .doubt = doubt };
	struct aval at;

	if (e->trial || (!v.region && !v.sym))
		return;
	at = address_of(e, p->s, v);
	if (!can_be_freed(e, at.region))
		return;
	f.key = at.region;
	f.what = arena_printf(e->out, "after %s() in line %u", p->m->name, f.loc.line);
	fact_set(e->arena, &p->s->facts, &f);
	/* nobody may ask what it held; a loop that allocates would never settle */
	if (!doubt && region_get(e, at.region)->kind == REGION_HEAP)
		state_forget_region(p->s, at.region);
}

void freed_use(struct engine *e, struct state *s, struct aval at, bool is_write, const char *use)
{
	const struct fact *f = freed_fact(s, at.region);
	struct event ev = { .kind = EVENT_FREED,
			    .place = place_of_region(e, at.region),
			    .is_write = is_write };

	if (!f)
		return;
	ev.message = arena_printf(e->out, "%s %s", use, f->what);
	ev.doubt = f->doubt;
	event_add(e, s, &ev);
	fact_drop(&s->facts, FACT_FREED, at.region); /* one mistake, one finding */
	if (region_get(e, at.region)->kind == REGION_HEAP)
		mem_change(e, s, at, 0, ev.doubt);
}

void freed_pass(struct engine *e, struct state *s, struct aval v, const char *use)
{
	if (!fact_any(&s->facts, FACT_FREED) || (!v.region && !v.sym))
		return;
	v = address_of(e, s, v);
	freed_use(e, s, v, false, arena_printf(e->out, "%s %s", use, address_name(e, s, v)));
}

void freed_arguments(struct applying *p)
{
	if (!fact_any(&p->s->facts, FACT_FREED))
		return;
	for (size_t i = 0; i < p->c->nargs && i < p->m->nparams; i++)
		freed_pass(p->e, p->s, p->c->args[i],
			   arena_printf(p->e->out, "%s() gets", p->m->name));
}
