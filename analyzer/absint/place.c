// SPDX-License-Identifier: MIT
/* Addresses as keys of facts and as words. */
#include <string.h>

#include "absint/engine.h"
#include "absint/prepare.h"
#include "absint/provenance.h"

uint64_t address_key(struct engine *e, struct state *s, struct aval v)
{
	struct aval a = address_of(e, s, v);
	uint32_t offset = a.sym ? 0x80000000u | a.sym : (uint32_t)a.k & 0x7fffffffu;

	return (uint64_t)a.region << 32 | offset;
}

static const char *member_name(const char *member)
{
	const char *space = strchr(member, ' ');

	return space ? space + 1 : member;
}

const char *value_member(struct aval v)
{
	const struct extent *x = v.extent;

	while (x && !x->name)
		x = x->parent;
	return x ? x->name : NULL;
}

const char *value_inner_member(struct aval v)
{
	const struct extent *x = v.extent;

	while (x && !x->inner)
		x = x->parent;
	return x ? x->inner : NULL;
}

const char *address_name(struct engine *e, struct state *s, struct aval v)
{
	struct aval a = address_of(e, s, v);
	const struct region *r = region_get(e, a.region);
	const char *member = value_member(a);

	if (member)
		return arena_printf(e->out, "'%s'", member_name(member));
	if (!r->name)
		return "an object";
	if (r->kind == REGION_HEAP)
		return arena_printf(e->out, "the memory of %s()", r->name);
	if (r->kind != REGION_OUTSIDE)
		return arena_printf(e->out, "'%s'", r->name);
	member = r->pointer.sym ? value_member(sym_get(&e->syms, r->pointer.sym)->at) : NULL;
	if (member)
		return arena_printf(e->out, "what '%s' leads to", member_name(member));
	return arena_printf(e->out, "an object that %s leads to", r->name);
}

static struct source_flow flow_at(struct engine *e, struct aval a, bool is_pointer)
{
	const struct provenance *p = prepare_provenance(e->prepared);
	const struct region *r = region_get(e, a.region);
	const char *member = value_member(a);
	struct source_flow f = { 0 };

	if (!p || e->trial || !e->frame)
		return f;
	if (member &&
	    (r->kind == REGION_OUTSIDE || r->kind == REGION_GLOBAL || r->kind == REGION_LOCAL))
		f = provenance_member(p, e->frame->id.unit, member, is_pointer);
	if (!f.deps && r->kind == REGION_GLOBAL && r->global.global->is_defined)
		f = provenance_global(p, r->global.global, is_pointer);
	return f;
}

unsigned int place_source(struct engine *e, struct aval a, bool is_pointer, const char **what)
{
	struct source_flow f = flow_at(e, a, is_pointer);
	const char *name = value_member(a);

	if (!f.deps)
		return 0;
	name = name ? member_name(name) : region_get(e, a.region)->name;
	*what = f.setter && f.source ? arena_printf(e->out, "'%s', which %s() sets from %s", name,
						    f.setter, f.source)
				     : arena_printf(e->out, "'%s', as the driver sets it", name);
	return f.deps;
}
