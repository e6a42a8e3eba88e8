// SPDX-License-Identifier: MIT
/*
 * An attribute without a registration may still get one where this analysis
 * can't look: in a function that is not among the files given, or in a file
 * that refers to it by name. Then MV002 says "unproved", with the reason.
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

/* ---- external linkage ---- */

/* Everything that another file can reach by an external name. */
static void search_externals(struct doubter *d)
{
	for (uint32_t i = 1; i < d->pt->objs.n; i++) {
		const struct pt_obj *o = &d->pt->objs.v[i];
		struct shape shape = { .type = NO_CTYPE };
		struct way way = { .node = NULL };

		if (o->kind != PT_GLOBAL || o->global->is_static || o->global->is_literal ||
		    !*o->global->name)
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

static const char *doubt_text(struct arena *a, const char *name, bool is_call)
{
	if (is_call)
		return arena_printf(a, "passed to %s(), which is not among the files given", name);
	return arena_printf(a, "%s has external linkage; another file may register it", name);
}

static void conclude(struct doubter *d, bool is_call)
{
	vec_for_each_ptr(struct found, f, &d->found->v) {
		const char *name;

		if (f->attr.registrations.n || f->attr.registration_doubt)
			continue;
		name = passed_to(d, f->name, 0);
		if (name)
			f->attr.registration_doubt = doubt_text(d->found->arena, name, is_call);
	}
}

static bool has_unregistered(const struct found_list *found)
{
	vec_for_each_ptr(struct found, f, &found->v)
		if (!f->attr.registrations.n)
			return true;
	return false;
}

void find_doubts(struct points_to *pt, struct found_list *found, struct reach *r)
{
	struct doubter d = { .pt = pt, .found = found, .reach = r };

	if (!has_unregistered(found))
		return;
	begin(&d);
	search_calls(&d);
	conclude(&d, true);
	begin(&d);
	search_externals(&d);
	conclude(&d, false);
}
