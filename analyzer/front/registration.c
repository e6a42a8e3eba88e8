// SPDX-License-Identifier: MIT
/*
 * Which attributes get into the tree, and how (MV002). The kernel learns of
 * memory by a registration call, or because a pointer to it is stored in an
 * object that the kernel looks at by itself ("root" members). From each of
 * these begins a search; it ends at the name of an attribute, and the last
 * row of attributes.yaml on the way says how to tell the user.
 */
#include <string.h>

#include "front/reach.h"

struct hit {
	struct registration reg;
	const char *node;
	bool is_part;
	uint32_t next; /* of the same cell, number + 1 */
};

struct registrar {
	struct points_to *pt;
	struct found_list *found;
	struct reach reach;
	const struct attr_sink *sink; /* of the call being searched, or NULL */
	struct loc loc;
	uint32_t root;
	uint32_t *first; /* per cell: its first hit + 1 */
	VEC(struct hit) hits;
	const char *unfollowed; /* why a registration may go anywhere */
};

/* "attrs" of "struct attribute_group.attrs" */
static const char *member_of(const char *row)
{
	const char *dot = strrchr(row, '.');

	return dot ? dot + 1 : row;
}

static const char *way_text(struct registrar *g, const struct way *way)
{
	struct arena *a = g->found->arena;
	const char *name = way->member ? way->member->name : NULL;

	if (g->sink && name)
		return arena_printf(a, "%s of %s()", member_of(name), g->sink->name);
	if (g->sink)
		return arena_printf(a, "%s()", g->sink->name);
	return arena_printf(a, "%s of %.*s", member_of(name),
			    (int)(strlen(name) - strlen(member_of(name)) - 1), name);
}

static void note_hit(void *data, uint32_t cell, const struct way *way, bool is_part)
{
	struct registrar *g = data;
	struct hit h = { .is_part = is_part, .next = g->first[cell] };

	h.node = way->node ? way->node : g->sink ? g->sink->node : NULL;
	h.reg.text = way_text(g, way);
	h.reg.loc = g->loc;
	*vec_push(g->pt->arena, &g->hits) = h;
	g->first[cell] = (uint32_t)g->hits.n;
}

/* ---- calls ---- */

/* Whether nothing is known of @inst's parameters, because each call has its own instance. */
static bool is_shadow(const struct points_to *pt, uint32_t inst)
{
	const struct pt_func *f = &pt->funcs.v[pt->insts.v[inst].number];

	return f->inst == inst && f->is_helper && f->is_called;
}

/*
 * A pointer to some attribute, or some group, from outside the files given; or
 * one of which it isn't known at all where it comes from.
 */
static bool is_unfollowed(const struct points_to *pt, uint32_t inst, uint32_t node)
{
	const struct pt_node *n = &pt->nodes.v[node];

	if (!n->locs.n)
		return !is_shadow(pt, inst);

	for (size_t i = 0; i < n->locs.n; i++) {
		const struct pt_obj *o = pt_obj_of(pt, n->locs.v[i]);
		const struct ir_ctype *t = ctype_get(o->type);

		if (o->kind == PT_CLASS && t && pt_is_plumbing(pt->kinds, t->name))
			return true;
	}
	return false;
}

static void search_call(struct registrar *g, const struct pt_call *call,
			const struct attr_sink *sink)
{
	struct way way = { .node = NULL };
	struct shape shape;
	uint32_t node;

	if (sink->arg < 0 || (size_t)sink->arg >= call->insn->call->nargs || !sink->is_root)
		return;
	node = pt_operand(g->pt, call->inst, call->insn->call->args[sink->arg]);
	if (!node)
		return;
	pt_run(g->pt);
	g->sink = sink;
	g->loc = call->insn->loc;
	if (!shape_of_param(g->pt, call->unit, call->func->sig, sink->arg, &shape))
		shape = (struct shape){ .type = NO_CTYPE };
	reach_from(&g->reach, ++g->root, node, shape, way, false);
	if (!g->unfollowed && is_unfollowed(g->pt, call->inst, node))
		g->unfollowed = arena_printf(g->found->arena,
					     "%s() in %s() is given a pointer from elsewhere",
					     sink->name, g->pt->insts.v[call->inst].func->name);
}

static void search_calls(struct registrar *g)
{
	for (size_t i = 0; i < g->pt->calls.n; i++)
		vec_for_each_ptr(struct attr_sink, s, &g->pt->kinds->functions)
			if (strcmp(s->name, g->pt->calls.v[i].func->name) == 0)
				search_call(g, &g->pt->calls.v[i], s);
}

/* ---- members that the kernel looks at by itself ---- */

/* An object that the driver defines must be registered itself; others are out of sight. */
static void search_member(struct registrar *g, uint32_t cell)
{
	struct pt_loc l = g->pt->locs.v[g->pt->cells.v[cell].loc];
	const struct pt_obj *o = &g->pt->objs.v[l.obj];
	struct way way = { .node = NULL };
	struct layout_member m;
	struct shape shape;
	uint64_t off = l.off;

	if ((o->kind != PT_CLASS && o->kind != PT_HEAP) || !g->pt->cells.v[cell].writers.n)
		return;
	off = layout_fold(o->type, off);
	way = way_step(&g->reach, way, o->type, off);
	m = layout_member_at(o->type, off);
	if (!way.member || !way.member->is_root || !shape_of_pointer(g->pt, m.type, &shape))
		return;
	g->sink = NULL;
	g->loc = pt_writer_loc(g->pt, &g->pt->cells.v[cell].writers.v[0]);
	reach_from(&g->reach, ++g->root, g->pt->cells.v[cell].down, shape, way, true);
}

/* ---- the attributes ---- */

static bool same_registration(const struct registration *a, const struct registration *b)
{
	return loc_compare(&a->loc, &b->loc) == 0 && strcmp(a->text, b->text) == 0;
}

/* Kept sorted by place. */
static void add_registration(struct registrar *g, struct found *f, const struct hit *h)
{
	struct registration r = h->reg;
	size_t i;

	for (i = 0; i < f->attr.registrations.n; i++)
		if (same_registration(&f->attr.registrations.v[i], &r))
			return;
	vec_push(g->found->arena, &f->attr.registrations);
	for (; i > 0 && loc_compare(&f->attr.registrations.v[i - 1].loc, &r.loc) > 0; i--)
		f->attr.registrations.v[i] = f->attr.registrations.v[i - 1];
	f->attr.registrations.v[i] = r;
	if (!i && h->node)
		f->attr.node = h->node;
}

static void collect_hits(struct registrar *g, struct found *f, uint32_t cell, int depth)
{
	const struct pt_cell *c = &g->pt->cells.v[cell];

	for (uint32_t i = g->first[cell]; i; i = g->hits.v[i - 1].next)
		if (!depth || !g->hits.v[i - 1].is_part)
			add_registration(g, f, &g->hits.v[i - 1]);
	for (size_t i = 0; depth < 4 && i < c->parents.n; i++)
		collect_hits(g, f, c->parents.v[i], depth + 1);
}

static bool is_incomplete(const struct points_to *pt)
{
	for (size_t i = 0; i < pt->units->n; i++)
		if (pt->units->v[i]->status != UNIT_ANALYZED)
			return true;
	return false;
}

static void note_unfollowed(struct registrar *g)
{
	const char *doubt = g->unfollowed;

	if (g->pt->is_limited || g->reach.is_limited)
		doubt = "not every pointer could be followed";
	else if (is_incomplete(g->pt))
		doubt = "the driver was not analyzed completely";
	vec_for_each_ptr(struct found, f, &g->found->v)
		if (!f->attr.registrations.n && !f->attr.registration_doubt)
			f->attr.registration_doubt = doubt;
}

void find_registrations(struct points_to *pt, struct found_list *found)
{
	struct registrar g = { .pt = pt, .found = found };
	size_t ncells = pt->cells.n;

	if (!found->v.n)
		return;
	reach_init(&g.reach, pt, found);
	g.first = arena_array(pt->arena, ncells, sizeof(*g.first));
	g.reach.hit = note_hit;
	g.reach.data = &g;
	search_calls(&g);
	for (uint32_t i = 1; i < ncells; i++)
		search_member(&g, i);
	vec_for_each_ptr(struct found, f, &found->v)
		collect_hits(&g, f, f->name, 0);
	find_doubts(pt, found, &g.reach);
	note_unfollowed(&g);
}
