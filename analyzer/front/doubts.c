// SPDX-License-Identifier: MIT
/*
 * An attribute without a registration may still get one where this analysis
 * can't look: in a function that is not among the files given, or in a file
 * that refers to it by name; or a copy of it gets one. Then MV002 says
 * "unproved", with the reason.
 */
#include <string.h>

#include "front/reach.h"

struct doubter {
	struct points_to *pt;
	struct found_list *found;
	struct reach *reach;
	const char *function;	  /* of the call being searched */
	const char **passed;	  /* per cell: the function that it is passed to */
	const char **passed_part; /* the same, if that may be to another of the cell's places */
};

/* Parts of names of functions that use an attribute without registering it. */
static const char *const harmless[] = {
	"remove",  "unregister", "unmerge", "delete", "destroy",  "free",
	"release", "notify",	 "print",   "_err",   "_warn",	  "_info",
	"_dbg",	   "memset",	 "memcpy",  "memcmp", "init_key", "chmod",
};

static bool is_harmless(const char *name)
{
	for (size_t i = 0; i < sizeof(harmless) / sizeof(*harmless); i++)
		if (strstr(name, harmless[i]))
			return true;
	return false;
}

static bool is_sink(const struct points_to *pt, const char *name)
{
	vec_for_each_ptr(struct attr_sink, s, &pt->kinds->functions)
		if (strcmp(s->name, name) == 0)
			return true;
	return false;
}

static void note_passed(void *data, uint32_t cell, const struct way *way, bool is_part)
{
	struct doubter *d = data;
	const char **slot = is_part ? &d->passed_part[cell] : &d->passed[cell];

	(void)way;
	if (!*slot)
		*slot = d->function;
}

static void search_args(struct doubter *d, const struct pt_call *call)
{
	struct way way = { .node = NULL };

	d->function = call->func->name;
	for (size_t i = 0; i < call->insn->call->nargs && i < 16; i++) {
		uint32_t node = pt_operand(d->pt, call->inst, call->insn->call->args[i]);
		struct shape shape;

		if (!node || !shape_of_param(d->pt, call->unit, call->func->sig, (int)i, &shape))
			continue;
		pt_run(d->pt);
		reach_from(d->reach, 0, node, shape, way, false);
	}
}

static const char *passed_to(const struct doubter *d, uint32_t cell, int depth)
{
	const struct pt_cell *c = &d->pt->cells.v[cell];
	const char *name = d->passed[cell];

	if (!name && !depth)
		name = d->passed_part[cell];
	for (size_t i = 0; !name && depth < 4 && i < c->parents.n; i++)
		name = passed_to(d, c->parents.v[i], depth + 1);
	return name;
}

/* ---- memory that others provide ---- */

/* Whether the driver itself makes or defines objects of this class. */
static bool *own_classes(const struct points_to *pt)
{
	bool *is_own = arena_array(pt->arena, pt->objs.n, sizeof(bool));

	vec_for_each_ptr(struct pt_obj, o, &pt->objs)
		if (o->kind != PT_CLASS)
			is_own[o->class] = true;
	return is_own;
}

/* What is stored in an object from outside is in the hands of who made it. */
static void search_stores(struct doubter *d)
{
	const bool *is_own = own_classes(d->pt);
	size_t n = d->reach->ncells;

	for (uint32_t i = 1; i < n; i++) {
		const struct pt_cell *c = &d->pt->cells.v[i];
		const struct pt_loc *l = &d->pt->locs.v[c->loc];
		const struct pt_obj *o = &d->pt->objs.v[l->obj];
		struct way way = { .node = NULL };
		struct layout_member m;
		struct shape shape;

		if (o->kind != PT_CLASS || is_own[l->obj] || !c->writers.n)
			continue;
		m = layout_member_at(o->type, l->off);
		if (!m.owner || !shape_of_pointer(d->pt, m.type, &shape))
			continue;
		d->function = arena_printf(d->found->arena, "%s.%s", m.owner, m.field);
		reach_from(d->reach, 0, d->pt->cells.v[i].down, shape, way, true);
	}
}

/* What a function returns to callers that are not here. */
static void search_returns(struct doubter *d)
{
	for (uint32_t i = 1; i < d->pt->funcs.n; i++) {
		const struct pt_func *f = &d->pt->funcs.v[i];
		struct ctype_ref type = { f->unit, f->func->ret_ctype };
		struct way way = { .node = NULL };
		struct shape shape;

		if (!f->inst || (f->func->is_static && !f->is_taken) || f->func->in_header)
			continue;
		if (!shape_of_pointer(d->pt, type, &shape))
			continue;
		d->function = f->func->name;
		reach_from(d->reach, 0, d->pt->insts.v[d->pt->funcs.v[i].inst].ret, shape, way,
			   true);
	}
}

/* ---- external linkage ---- */

/* Everything that another file can reach by an external name: one that a header declares. */
static void search_externals(struct doubter *d)
{
	for (uint32_t i = 1; i < d->pt->objs.n; i++) {
		const struct pt_obj *o = &d->pt->objs.v[i];
		struct shape shape = { .type = NO_CTYPE };
		struct way way = { .node = NULL };

		if (o->kind != PT_GLOBAL || o->global->is_static || !o->global->is_shared ||
		    o->global->is_literal || !*o->global->name)
			continue;
		shape.type = ctype_strip_arrays(o->type);
		shape.levels = 0;
		while (ctype_get(ctype_pointee(shape.type))) {
			shape.type = ctype_pointee(shape.type);
			shape.levels++;
		}
		shape.class = pt_class(d->pt, shape.type);
		o = &d->pt->objs.v[i];
		d->function = o->global->name;
		reach_from(d->reach, 0, pt_value(d->pt, pt_loc_id(d->pt, i, 0, false)), shape, way,
			   true);
	}
}

/* ---- templates ---- */

static bool reads_handler(const struct points_to *pt, const struct pt_node *n,
			  const struct found *f)
{
	const struct kind_layout *l = &f->layout;

	vec_for_each_ptr(uint32_t, id, &n->locs) {
		const struct pt_loc *loc = &pt->locs.v[*id];

		if (loc->obj == f->obj && ((l->has_show && loc->off == f->base + l->show) ||
					   (l->has_store && loc->off == f->base + l->store)))
			return true;
	}
	return false;
}

/* Whoever reads the handlers of an attribute may make another one of them, and register that. */
static void search_templates(struct doubter *d)
{
	const struct points_to *pt = d->pt;

	vec_for_each_ptr(struct pt_node, n, &pt->nodes) {
		for (uint32_t i = n->rules; i; i = pt->rules.v[i].next) {
			const struct pt_rule *rule = &pt->rules.v[i];
			const struct ir_func *func = pt->insts.v[rule->inst].func;

			if (rule->kind != PTR_LOAD || !func)
				continue;
			vec_for_each_ptr(struct found, f, &d->found->v)
				if (!f->attr.registrations.n && reads_handler(pt, n, f))
					d->passed[f->name] = func->name;
		}
	}
}

static void search_calls(struct doubter *d)
{
	for (size_t i = 0; i < d->pt->calls.n; i++)
		if (!is_sink(d->pt, d->pt->calls.v[i].func->name) &&
		    !is_harmless(d->pt->calls.v[i].func->name))
			search_args(d, &d->pt->calls.v[i]);
}

static void begin(struct doubter *d)
{
	d->passed = arena_array(d->pt->arena, d->reach->ncells, sizeof(*d->passed));
	d->passed_part = arena_array(d->pt->arena, d->reach->ncells, sizeof(*d->passed));
	idmap_init(&d->reach->visited, d->pt->arena);
	d->reach->steps = 0;
	d->reach->hit = note_passed;
	d->reach->data = d;
}

static bool has_unregistered(const struct found_list *found)
{
	vec_for_each_ptr(struct found, f, &found->v)
		if (!f->attr.registrations.n && !f->attr.registration_doubt)
			return true;
	return false;
}

/* The first of these that applies is told. */
static const struct doubt {
	void (*search)(struct doubter *d);
	const char *before, *after; /* the name of the function or object */
} doubts[] = {
	{ search_calls, "passed to ", "(), which is not among the files given" },
	{ search_stores, "stored in ", ", an object from outside the files given" },
	{ search_returns, "returned by ", "() to callers outside the files given" },
	{ search_externals, "", " has external linkage; another file may register it" },
	{ search_templates, "read by ", "(), which may register an attribute with its handlers" },
};

static void conclude(struct doubter *d, const struct doubt *kind)
{
	vec_for_each_ptr(struct found, f, &d->found->v) {
		const char *name;

		if (f->attr.registrations.n || f->attr.registration_doubt)
			continue;
		name = passed_to(d, f->name, 0);
		if (name)
			f->attr.registration_doubt = arena_printf(d->found->arena, "%s%s%s",
								  kind->before, name, kind->after);
	}
}

void find_doubts(struct points_to *pt, struct found_list *found, struct reach *r)
{
	struct doubter d = { .pt = pt, .found = found, .reach = r };

	for (size_t i = 0; i < sizeof(doubts) / sizeof(*doubts) && has_unregistered(found); i++) {
		begin(&d);
		doubts[i].search(&d);
		conclude(&d, &doubts[i]);
	}
}
