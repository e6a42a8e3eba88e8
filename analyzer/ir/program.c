// SPDX-License-Identifier: MIT
/*
 * Linking, as far as an analysis needs it. A module's linker would see only the
 * objects of one module; here the units of several drivers may be given in one
 * run, all with an init function or a static helper of the same name. So a
 * name is looked for where the author of the unit would look: in the unit's own
 * folder, then anywhere, and a tie is no answer, because a wrong body would
 * prove things about code that never runs.
 */
#include <string.h>

#include "base/fatal.h"
#include "ir/program.h"

/* All external definitions of one name, in the order of the units. */
struct definition {
	struct ir_unit *unit;
	struct ir_func *func; /* one of the two */
	struct ir_global *global;
	struct definition *next;
};

struct definitions {
	struct definition *first, **tail;
};

struct program *program_new(struct arena *a)
{
	struct program *p = arena_new_of(a, struct program);

	p->arena = a;
	return p;
}

void program_add(struct program *p, struct ir_unit *u)
{
	p->is_linked = false;
	*vec_push(p->arena, &p->units) = u;
}

/* The folder of @path without a leading "./" and without the last slash; its length in @n. */
static const char *folder_of(const char *path, size_t *n)
{
	const char *slash;

	while (path[0] == '.' && path[1] == '/')
		for (path += 2; *path == '/'; path++)
			;
	slash = strrchr(path, '/');
	*n = slash ? (size_t)(slash - path) : 0;
	return path;
}

static bool same_folder(const struct ir_unit *a, const struct ir_unit *b)
{
	size_t na, nb;
	const char *fa = folder_of(a->path, &na), *fb = folder_of(b->path, &nb);

	return (*fa == '/') == (*fb == '/') && na == nb && memcmp(fa, fb, na) == 0;
}

static void add_definition(struct program *p, const char *name, struct definition d)
{
	struct definitions *list = map_get(p->defs, name);
	struct definition *copy;

	if (!list) {
		list = arena_new_of(p->arena, struct definitions);
		list->tail = &list->first;
		map_put(p->defs, name, list);
	}
	copy = arena_new_of(p->arena, struct definition);
	*copy = d;
	*list->tail = copy;
	list->tail = &copy->next;
}

static void index_unit(struct program *p, struct ir_unit *u)
{
	vec_for_each_ptr(struct ir_func, f, &u->funcs)
		if (f->is_defined && !f->is_static && *f->name)
			add_definition(p, f->name, (struct definition){ .unit = u, .func = f });
	vec_for_each_ptr(struct ir_global, g, &u->globals)
		if (g->is_defined && !g->is_static && *g->name)
			add_definition(p, g->name, (struct definition){ .unit = u, .global = g });
}

/* A definition that says nothing of the contents ("int x;") gives way to one that does. */
static bool is_tentative(const struct ir_global *g)
{
	return !g->inits.n && !g->bytes && !g->is_opaque;
}

typedef bool (*accept_fn)(const struct definition *);

static bool accept_func(const struct definition *d)
{
	return d->func;
}

static bool accept_global(const struct definition *d)
{
	return d->global;
}

static bool accept_full_global(const struct definition *d)
{
	return d->global && !is_tentative(d->global);
}

enum nearness { SAME_UNIT, SAME_FOLDER, ANYWHERE };

static enum nearness nearness(const struct ir_unit *u, const struct definition *d)
{
	if (d->unit == u)
		return SAME_UNIT;
	return same_folder(u, d->unit) ? SAME_FOLDER : ANYWHERE;
}

/* The one nearest definition of @name no farther than @max, NULL if none or several. */
static const struct definition *find_nearest(const struct program *p, const struct ir_unit *u,
					     const char *name, accept_fn accept, enum nearness max)
{
	const struct definitions *list = map_get(p->defs, name);
	size_t n[ANYWHERE + 1] = { 0 };
	const struct definition *found[ANYWHERE + 1];

	for (const struct definition *d = list ? list->first : NULL; d; d = d->next) {
		enum nearness at = nearness(u, d);

		if (!accept(d))
			continue;
		n[at]++;
		found[at] = d;
	}
	for (enum nearness at = SAME_UNIT; at <= max; at++)
		if (n[at])
			return n[at] == 1 ? found[at] : NULL;
	return NULL;
}

struct func_id program_func(const struct program *p, struct ir_unit *u, uint32_t idx)
{
	const struct definition *d = NULL;
	struct ir_func *f;

	BUG_ON(!p->is_linked || idx >= u->funcs.n);
	f = &u->funcs.v[idx];
	if (!f->is_defined && !f->is_static)
		d = find_nearest(p, u, f->name, accept_func, ANYWHERE);
	return d ? (struct func_id){ d->unit, d->func } : (struct func_id){ u, f };
}

/* A tentative definition is complete without others: only its own folder overrides it. */
static const struct definition *find_global(const struct program *p, const struct ir_unit *u,
					    const struct ir_global *g)
{
	const struct definition *d;

	if (g->is_static || !*g->name || !is_tentative(g))
		return NULL;
	d = find_nearest(p, u, g->name, accept_full_global, SAME_FOLDER);
	if (d || g->is_defined)
		return d;
	d = find_nearest(p, u, g->name, accept_global, SAME_FOLDER);
	if (!d)
		d = find_nearest(p, u, g->name, accept_full_global, ANYWHERE);
	return d ? d : find_nearest(p, u, g->name, accept_global, ANYWHERE);
}

struct global_id program_global(const struct program *p, struct ir_unit *u, uint32_t idx)
{
	const struct definition *d;

	BUG_ON(!p->is_linked || idx >= u->globals.n);
	d = find_global(p, u, &u->globals.v[idx]);
	return d ? (struct global_id){ d->unit, d->global }
		 : (struct global_id){ u, &u->globals.v[idx] };
}

/* ---- drivers: union-find over the units ---- */

static size_t unit_index(const struct program *p, const struct ir_unit *u)
{
	for (size_t i = 0; i < p->units.n; i++)
		if (p->units.v[i] == u)
			return i;
	BUG("unit \"%s\" is not in the program", u->path);
}

static size_t driver_root(const struct program *p, size_t i)
{
	while (p->driver[i] != i)
		i = p->driver[i];
	return i;
}

/* The smaller number stays, so that a driver is named by its first unit. */
static void driver_join(struct program *p, size_t a, size_t b)
{
	a = driver_root(p, a);
	b = driver_root(p, b);
	if (a < b)
		p->driver[b] = a;
	else
		p->driver[a] = b;
}

/* Unit @i refers to something in @to: one driver, and @is_linked if both are in one folder. */
static void note_reference(struct program *p, size_t i, const struct ir_unit *to, bool *is_linked)
{
	size_t k;

	if (to == p->units.v[i])
		return;
	k = unit_index(p, to);
	driver_join(p, i, k);
	if (same_folder(p->units.v[i], to))
		is_linked[i] = is_linked[k] = true;
}

static void join_folders(struct program *p, const bool *is_linked)
{
	for (size_t i = 0; i < p->units.n; i++)
		for (size_t k = 0; is_linked[i] && k < p->units.n; k++)
			if (same_folder(p->units.v[i], p->units.v[k]))
				driver_join(p, i, k);
}

static void find_drivers(struct program *p)
{
	bool *is_linked = arena_array(p->arena, p->units.n, sizeof(bool));

	p->driver = arena_array(p->arena, p->units.n, sizeof(*p->driver));
	for (size_t i = 0; i < p->units.n; i++)
		p->driver[i] = i;
	for (size_t i = 0; i < p->units.n; i++) {
		struct ir_unit *u = p->units.v[i];

		for (uint32_t k = 0; k < u->funcs.n; k++)
			note_reference(p, i, program_func(p, u, k).unit, is_linked);
		for (uint32_t k = 0; k < u->globals.n; k++)
			note_reference(p, i, program_global(p, u, k).unit, is_linked);
	}
	join_folders(p, is_linked);
}

void program_link(struct program *p)
{
	p->defs = map_new(p->arena);
	for (size_t i = 0; i < p->units.n; i++)
		index_unit(p, p->units.v[i]);
	p->is_linked = true;
	find_drivers(p);
}

size_t program_driver(const struct program *p, const struct ir_unit *u)
{
	BUG_ON(!p->is_linked);
	return driver_root(p, unit_index(p, u));
}
