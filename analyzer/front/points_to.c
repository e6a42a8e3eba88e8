// SPDX-License-Identifier: MIT
/*
 * The problem. A driver gives an attribute its name in one function, its
 * handlers in a helper, keeps it in its private data, and registers it, found
 * again by dev_get_drvdata(), in a third function. To see that these are one
 * attribute, and that it is registered, one must know what pointers point to.
 *
 * The idea is Andersen's: every pointer has a set of locations (object, byte
 * offset); an assignment is an inclusion between sets; inclusions are followed
 * until nothing grows. The order of statements is not looked at. Sets grow
 * element by element, and each element is passed on once (difference
 * propagation).
 *
 * Two kinds of location stand for several others. A pointer with an unknown
 * index is (object, offset with all array indices 0, any). A pointer from
 * outside the program, such as a parameter of probe() or the result of
 * dev_get_drvdata(), points to the class of its struct type, which stands for
 * each object of the type. Memory at such a location is a parent of the cells
 * that it may be. What is stored to a parent comes down to its children; what
 * is read from a parent includes what its children hold. This lets the
 * allocation in probe() and the pointer in another function meet without
 * making one object of all allocations.
 *
 * Helpers that fill in or register attributes are analyzed once per call, up to
 * a depth, because one summary for all would mix the names and handlers of all
 * attributes that pass through them. Integers are followed only as far as
 * they can be modes.
 *
 * Limits. Casts between unrelated structs are taken at their word. Unions are
 * seen through their first member. A set or a program that grows past its
 * bound stops growing, and is_limited then says that absence proves nothing.
 */
#include <string.h>

#include "front/points_to.h"

#define MAX_STEPS 4000000
#define MAX_SET	  4096
#define FEW	  16

/* So many elements of allocated memory are told apart: a walk that mistakes the type goes on. */
#define MAX_ELEMENTS 16

uint32_t pt_new_node(struct points_to *pt)
{
	vec_push(pt->arena, &pt->nodes);
	return (uint32_t)pt->nodes.n - 1;
}

const struct pt_obj *pt_obj_of(const struct points_to *pt, uint32_t loc)
{
	return &pt->objs.v[pt->locs.v[loc].obj];
}

/* ---- sets ---- */

static bool set_has(const struct points_to *pt, uint32_t node, uint32_t loc)
{
	const struct pt_node *n = &pt->nodes.v[node];

	if (n->locs.n > FEW)
		return idmap_get(&pt->members, node, loc);
	for (size_t i = 0; i < n->locs.n; i++)
		if (n->locs.v[i] == loc)
			return true;
	return false;
}

/* The hash table is only for sets too long to search. */
static void set_insert(struct points_to *pt, uint32_t node, uint32_t loc)
{
	struct pt_node *n = &pt->nodes.v[node];

	*vec_push(pt->arena, &n->locs) = loc;
	if (n->locs.n == FEW + 1)
		for (size_t i = 0; i < n->locs.n; i++)
			idmap_put(&pt->members, node, n->locs.v[i], 1);
	else if (n->locs.n > FEW)
		idmap_put(&pt->members, node, loc, 1);
}

/* A C type tells more than nothing: an unknown "struct foo *" points to a foo. */
static uint32_t apply_hint(struct points_to *pt, uint32_t hint, uint32_t loc)
{
	const struct pt_loc *l = &pt->locs.v[loc];

	if (l->obj == PT_UNKNOWN_OBJ)
		return pt_loc_id(pt, hint, 0, false);
	if (pt->objs.v[l->obj].kind == PT_HEAP && !l->off && !ctype_get(pt->objs.v[l->obj].type))
		pt_set_heap_type(pt, l->obj, hint);
	return loc;
}

static bool is_exhausted(struct points_to *pt)
{
	if (pt->steps++ < MAX_STEPS)
		return false;
	pt->is_limited = true;
	pt->queue.n = 0;
	return true;
}

void pt_add(struct points_to *pt, uint32_t node, uint32_t loc)
{
	if (!loc || !node)
		return;
	if (pt->nodes.v[node].hint)
		loc = apply_hint(pt, pt->nodes.v[node].hint, loc);
	if (set_has(pt, node, loc))
		return;
	if (is_exhausted(pt))
		return;
	if (pt->nodes.v[node].locs.n >= MAX_SET) {
		pt->is_limited = true;
		return;
	}
	set_insert(pt, node, loc);
	if (!pt->nodes.v[node].is_queued) {
		pt->nodes.v[node].is_queued = true;
		*vec_push(pt->arena, &pt->queue) = node;
	}
}

static bool has_edge(struct points_to *pt, uint32_t from, uint32_t to)
{
	const struct pt_node *n = &pt->nodes.v[from];

	if (n->copies.n > FEW)
		return idmap_get(&pt->edges, from, to);
	for (size_t i = 0; i < n->copies.n; i++)
		if (n->copies.v[i] == to)
			return true;
	return false;
}

static void insert_edge(struct points_to *pt, uint32_t from, uint32_t to)
{
	struct pt_node *n = &pt->nodes.v[from];

	*vec_push(pt->arena, &n->copies) = to;
	if (n->copies.n == FEW + 1)
		for (size_t i = 0; i < n->copies.n; i++)
			idmap_put(&pt->edges, from, n->copies.v[i], 1);
	else if (n->copies.n > FEW)
		idmap_put(&pt->edges, from, to, 1);
}

void pt_copy(struct points_to *pt, uint32_t from, uint32_t to)
{
	if (!from || !to || from == to || has_edge(pt, from, to))
		return;
	if (is_exhausted(pt))
		return;
	insert_edge(pt, from, to);
	for (uint32_t i = 0; i < pt->nodes.v[from].done; i++)
		pt_add(pt, to, pt->nodes.v[from].locs.v[i]);
}

void pt_add_rule(struct points_to *pt, uint32_t node, struct pt_rule rule)
{
	uint32_t id = (uint32_t)pt->rules.n;

	if (!node)
		return;
	rule.next = pt->nodes.v[node].rules;
	*vec_push(pt->arena, &pt->rules) = rule;
	pt->nodes.v[node].rules = id;
	for (uint32_t i = 0; i < pt->nodes.v[node].done; i++)
		pt_apply(pt, id, pt->nodes.v[node].locs.v[i]);
}

/* Copies and rules added meanwhile have seen the elements below done: all of these. */
static void pass_on(struct points_to *pt, uint32_t node)
{
	uint32_t from = pt->nodes.v[node].done, to = (uint32_t)pt->nodes.v[node].locs.n;
	size_t ncopies = pt->nodes.v[node].copies.n;
	uint32_t rules = pt->nodes.v[node].rules;

	pt->nodes.v[node].done = to;
	for (uint32_t i = from; i < to; i++) {
		uint32_t loc = pt->nodes.v[node].locs.v[i];

		for (size_t k = 0; k < ncopies; k++)
			pt_add(pt, pt->nodes.v[node].copies.v[k], loc);
		for (uint32_t r = rules; r; r = pt->rules.v[r].next)
			pt_apply(pt, r, loc);
	}
}

static void pass_on_next(struct points_to *pt)
{
	uint32_t node = pt->queue.v[--pt->queue.n];

	pt->nodes.v[node].is_queued = false;
	pass_on(pt, node);
}

/* ---- locations ---- */

uint32_t pt_unknown(struct points_to *pt)
{
	return pt_loc_id(pt, PT_UNKNOWN_OBJ, 0, false);
}

static uint64_t type_size(struct ctype_ref type)
{
	const struct ir_ctype *t = ctype_get(type);

	return t ? t->size : 0;
}

/* Objects of which only one element's type is known: an offset is one into an element. */
static bool is_of_elements(const struct pt_obj *o)
{
	return (o->kind == PT_HEAP || o->kind == PT_CLASS) && type_size(o->type);
}

static uint64_t any_offset(const struct pt_obj *o, uint64_t off, bool *has_array)
{
	*has_array = true;
	if (o->kind == PT_HEAP && !ctype_get(o->type))
		return o->stride ? off % o->stride : off;
	if (is_of_elements(o))
		off = layout_fold(o->type, off);
	off = layout_canon(o->type, off, has_array);
	*has_array |= o->kind == PT_HEAP;
	return off;
}

/* Of memory that nothing is known of, an element is as large as a page. */
static uint64_t element_size(const struct pt_obj *o)
{
	uint64_t size = type_size(o->type);

	return size ? size : o->stride ? o->stride : 4096;
}

static void request_relink(struct points_to *pt, uint32_t obj)
{
	if (pt->objs.v[obj].must_relink)
		return;
	pt->objs.v[obj].must_relink = true;
	*vec_push(pt->arena, &pt->relinks) = obj;
}

uint32_t pt_loc_id(struct points_to *pt, uint32_t obj, uint64_t off, bool is_any)
{
	struct pt_obj *o = &pt->objs.v[obj];
	uint32_t id;

	if (o->kind == PT_CLASS)
		off = layout_fold(o->type, off);
	if (o->kind == PT_HEAP && off >= MAX_ELEMENTS * element_size(o))
		is_any = true;
	if (is_any)
		off = any_offset(o, off, &is_any);
	id = idmap_get(&pt->loc_ids, (uint64_t)obj << 1 | is_any, off);
	if (id)
		return id;
	if (is_any && !o->has_any) {
		o->has_any = true;
		request_relink(pt, obj);
	}
	id = (uint32_t)pt->locs.n;
	*vec_push(pt->arena, &pt->locs) =
		(struct pt_loc){ .obj = obj, .off = off, .is_any = is_any };
	idmap_put(&pt->loc_ids, (uint64_t)obj << 1 | is_any, off, id);
	return id;
}

uint32_t pt_any_loc(struct points_to *pt, uint32_t obj, uint64_t off, uint64_t size)
{
	struct pt_obj *o = &pt->objs.v[obj];

	if (o->kind == PT_HEAP && !ctype_get(o->type) && !o->stride)
		o->stride = size;
	return pt_loc_id(pt, obj, off, true);
}

/* The location @delta bytes on; 0 if it lies outside the object. */
uint32_t pt_shift(struct points_to *pt, uint32_t loc, int64_t delta)
{
	struct pt_loc l = pt->locs.v[loc];
	const struct pt_obj *o = &pt->objs.v[l.obj];
	uint64_t off = l.off + (uint64_t)delta;

	if (o->kind == PT_UNKNOWN || !delta)
		return loc;
	if (delta < 0 && l.off < -(uint64_t)delta)
		return o->kind == PT_CLASS || o->kind == PT_HEAP ? pt_unknown(pt) : 0;
	if (o->kind != PT_HEAP && o->kind != PT_CLASS && o->size && off > o->size)
		return 0;
	return pt_loc_id(pt, l.obj, off, l.is_any);
}

uint32_t pt_value(struct points_to *pt, uint32_t loc)
{
	uint32_t node = pt->locs.v[loc].value;

	if (node)
		return node;
	node = pt_new_node(pt);
	pt->locs.v[loc].value = node;
	pt_add(pt, node, loc);
	return node;
}

/* ---- objects ---- */

uint32_t pt_new_obj(struct points_to *pt, struct pt_obj obj)
{
	*vec_push(pt->arena, &pt->objs) = obj;
	return (uint32_t)pt->objs.n - 1;
}

bool pt_is_plumbing(const struct attr_kinds *k, const char *name)
{
	static const char *const others[] = { "struct attribute", "struct attribute_group" };

	for (size_t i = 0; name && i < sizeof(others) / sizeof(*others); i++)
		if (strcmp(name, others[i]) == 0)
			return true;
	vec_for_each_ptr(struct attr_kind, kind, &k->kinds)
		if (name && strcmp(name, kind->struct_name) == 0)
			return true;
	return false;
}

/* Behind a pointer a unit may know no more than the name: another may have the layout. */
static struct ctype_ref complete_type(struct points_to *pt, struct ctype_ref type)
{
	const struct ir_ctype *t = ctype_get(type);

	for (size_t i = 0; t->kind == CT_OPAQUE && i < pt->units->n; i++) {
		struct ctype_ref r = pt_find_tag(pt, pt->units->v[i], t->name);

		if (ctype_get(r) && ctype_get(r)->kind == CT_STRUCT)
			return r;
	}
	return type;
}

static bool is_struct(const struct ir_ctype *t)
{
	return t && ((t->kind == CT_STRUCT && t->size) ||
		     (t->kind == CT_OPAQUE && t->name && strncmp(t->name, "struct ", 7) == 0));
}

/* Structs of one name in two units are one class. */
uint32_t pt_class(struct points_to *pt, struct ctype_ref type)
{
	const struct ir_ctype *t = ctype_get(type);
	uint32_t *slot;
	const char *key;

	if (!is_struct(t))
		return 0;
	key = t->name ? t->name : arena_printf(pt->arena, "%s:%d", type.unit->path, type.ctype);
	slot = map_get(pt->class_ids, key);
	if (slot)
		return *slot;
	type = complete_type(pt, type);
	slot = arena_new_of(pt->arena, uint32_t);
	*slot = pt_new_obj(pt, (struct pt_obj){ .kind = PT_CLASS,
						.unit = (struct ir_unit *)type.unit,
						.type = type,
						.size = ctype_get(type)->size });
	map_put(pt->class_ids, key, slot);
	return *slot;
}

/* Attributes and groups of all drivers look alike: a pointer to some says nothing of which. */
static uint32_t class_of_member(struct points_to *pt, struct ctype_ref type)
{
	const struct ir_ctype *t = ctype_get(type);

	return t && !pt_is_plumbing(pt->kinds, t->name) ? pt_class(pt, type) : 0;
}

/* A larger struct that begins with the one known so far is what was allocated. */
static bool is_better_type(struct ctype_ref old, struct ctype_ref new)
{
	const struct ir_ctype *o = ctype_get(old), *n = ctype_get(new);

	if (!o)
		return true;
	return o->name && n->size > o->size && ctype_get(layout_sub(new, 0, o->name));
}

void pt_set_heap_type(struct points_to *pt, uint32_t obj, uint32_t class)
{
	struct ctype_ref type = pt->objs.v[class].type;
	uint32_t member = class_of_member(pt, type);

	if (!is_better_type(pt->objs.v[obj].type, type))
		return;
	pt->objs.v[obj].type = type;
	pt->objs.v[obj].class = member;
	request_relink(pt, obj);
}

uint32_t pt_func_obj(struct points_to *pt, struct ir_unit *unit, uint32_t idx)
{
	struct func_id f = program_func(pt->program, unit, idx);
	uint32_t id = idmap_get(&pt->obj_ids, (uintptr_t)f.func, PT_FUNC);

	if (id)
		return id;
	id = pt_new_obj(pt, (struct pt_obj){ .kind = PT_FUNC, .unit = f.unit, .func = f.func });
	idmap_put(&pt->obj_ids, (uintptr_t)f.func, PT_FUNC, id);
	return id;
}

static uint32_t init_target(struct points_to *pt, struct ir_unit *unit, const struct ir_init *init)
{
	uint32_t obj;

	if (init->value.kind == REF_FUNC)
		return pt_loc_id(pt, pt_func_obj(pt, unit, init->value.idx), 0, false);
	if (init->value.kind == REF_GLOBAL) {
		obj = pt_global_obj(pt, unit, init->value.idx);
		return pt_shift(pt, pt_loc_id(pt, obj, 0, false), init->addend);
	}
	if (init->value.kind == REF_CONST && (init->type == IRT_U16 || init->type == IRT_I16))
		return pt_loc_id(pt, PT_CONST_OBJ, (uint64_t)unit->consts.v[init->value.idx].value,
				 false);
	return 0;
}

/* Only integers that are modes become cells: register tables would be many. */
static bool is_mode(struct points_to *pt, uint32_t obj, uint64_t off)
{
	struct layout_member m = layout_member_at(pt->objs.v[obj].type, off);

	return m.owner && strcmp(m.owner, "struct attribute") == 0 && strcmp(m.field, "mode") == 0;
}

static void add_inits(struct points_to *pt, uint32_t obj)
{
	const struct ir_global *g = pt->objs.v[obj].global;

	vec_for_each_ptr(struct ir_init, init, &g->inits) {
		uint32_t target, cell;

		if (init->value.kind == REF_CONST &&
		    ((init->type != IRT_U16 && init->type != IRT_I16) ||
		     !is_mode(pt, obj, init->offset)))
			continue;
		target = init_target(pt, pt->objs.v[obj].unit, init);
		cell = target ? pt_cell_at(pt, obj, init->offset, false) : 0;
		if (cell)
			pt_add(pt, pt->cells.v[cell].down, target);
	}
}

/*
 * The initialisers of a global may name others, and those others: a list of
 * globals yet to do, instead of recursion, keeps a hostile chain harmless.
 */
uint32_t pt_global_obj(struct points_to *pt, struct ir_unit *unit, uint32_t idx)
{
	struct global_id g = program_global(pt->program, unit, idx);
	uint32_t id = idmap_get(&pt->obj_ids, (uintptr_t)g.global, PT_GLOBAL);
	struct ctype_ref type = { g.unit, g.global->ctype };

	if (id)
		return id;
	id = pt_new_obj(pt,
			(struct pt_obj){ .kind = PT_GLOBAL,
					 .unit = g.unit,
					 .global = g.global,
					 .type = type,
					 .size = g.global->size,
					 .class = class_of_member(pt, ctype_strip_arrays(type)) });
	idmap_put(&pt->obj_ids, (uintptr_t)g.global, PT_GLOBAL, id);
	*vec_push(pt->arena, &pt->raw_globals) = id;
	return id;
}

/* ---- cells ---- */

static bool is_memory(const struct pt_obj *o)
{
	return o->kind != PT_UNKNOWN && o->kind != PT_CONST && o->kind != PT_FUNC &&
	       !(o->kind == PT_GLOBAL && o->global->is_literal);
}

static uint64_t element_offset(const struct pt_obj *o, uint64_t off)
{
	return is_of_elements(o) ? layout_fold(o->type, off) : off;
}

static void link_parent(struct points_to *pt, uint32_t cell, uint32_t parent)
{
	if (!parent || parent == cell)
		return;
	for (size_t i = 0; i < pt->cells.v[cell].parents.n; i++)
		if (pt->cells.v[cell].parents.v[i] == parent)
			return;
	*vec_push(pt->arena, &pt->cells.v[cell].parents) = parent;
	pt_copy(pt, pt->cells.v[parent].down, pt->cells.v[cell].down);
	pt_copy(pt, pt->cells.v[cell].read, pt->cells.v[parent].read);
}

static void link_parents(struct points_to *pt, uint32_t cell)
{
	struct pt_loc l = pt->locs.v[pt->cells.v[cell].loc];
	uint32_t class = pt->objs.v[l.obj].class;
	uint64_t off = l.off;

	if (!l.is_any && pt->objs.v[l.obj].has_any) {
		uint32_t any = pt_loc_id(pt, l.obj, l.off, true);

		link_parent(pt, cell, pt_cell_of(pt, any));
	}
	if (!class || class == l.obj)
		return;
	off = layout_fold(pt->objs.v[class].type, off);
	link_parent(pt, cell, pt_cell_of(pt, pt_loc_id(pt, class, off, l.is_any)));
}

/* What memory from outside holds: of its type, any object. */
static void seed_class_cell(struct points_to *pt, uint32_t cell, struct layout_member m)
{
	const struct ir_ctype *t = ctype_get(m.type);

	if (t && t->kind == CT_POINTER && !pt_is_plumbing(pt->kinds, m.owner))
		pt_add(pt, pt->cells.v[cell].read, pt_unknown(pt));
}

static uint32_t new_cell(struct points_to *pt, uint32_t loc, bool is_leaf)
{
	struct pt_cell *c;
	uint32_t down = pt_new_node(pt), read = is_leaf ? down : pt_new_node(pt);

	c = vec_push(pt->arena, &pt->cells);
	*c = (struct pt_cell){ .loc = loc, .down = down, .read = read };
	if (!is_leaf)
		pt_copy(pt, down, read);
	return (uint32_t)pt->cells.n - 1;
}

uint32_t pt_cell_of(struct points_to *pt, uint32_t loc)
{
	struct pt_loc l = pt->locs.v[loc];
	struct pt_obj *o = &pt->objs.v[l.obj];
	struct layout_member m;
	uint32_t cell, hint;
	bool is_class = o->kind == PT_CLASS;

	if (l.cell || !is_memory(o))
		return l.cell;
	m = layout_member_at(o->type, element_offset(o, l.off));
	cell = new_cell(pt, loc, !l.is_any && !is_class);
	pt->locs.v[loc].cell = cell;
	*vec_push(pt->arena, &pt->objs.v[l.obj].cells) = cell;
	hint = pt_class(pt, ctype_pointee(m.type));
	pt->nodes.v[pt->cells.v[cell].down].hint = hint;
	pt->nodes.v[pt->cells.v[cell].read].hint = hint;
	if (is_class)
		seed_class_cell(pt, cell, m);
	link_parents(pt, cell);
	for (size_t i = 0; i < pt->objs.v[l.obj].copies.n; i++)
		pt_copy_cell(pt, pt->objs.v[l.obj].copies.v[i], cell);
	return cell;
}

uint32_t pt_find_cell(const struct points_to *pt, uint32_t obj, uint64_t off, bool is_any)
{
	uint32_t loc = idmap_get(&pt->loc_ids, (uint64_t)obj << 1 | is_any, off);

	return loc ? pt->locs.v[loc].cell : 0;
}

uint32_t pt_cell_at(struct points_to *pt, uint32_t obj, uint64_t off, bool is_any)
{
	return pt_cell_of(pt, pt_loc_id(pt, obj, off, is_any));
}

#define MAX_WRITERS 64

void pt_add_writer(struct points_to *pt, uint32_t cell, struct pt_writer w)
{
	struct pt_cell *c = &pt->cells.v[cell];

	for (size_t i = 0; i < c->writers.n; i++)
		if (c->writers.v[i].insn == w.insn && c->writers.v[i].inst == w.inst)
			return;
	if (c->writers.n < MAX_WRITERS)
		*vec_push(pt->arena, &c->writers) = w;
}

static void relink_next(struct points_to *pt)
{
	uint32_t obj = pt->relinks.v[--pt->relinks.n];
	size_t n = pt->objs.v[obj].cells.n;

	pt->objs.v[obj].must_relink = false;
	for (size_t i = 0; i < n; i++)
		link_parents(pt, pt->objs.v[obj].cells.v[i]);
}

void pt_run(struct points_to *pt)
{
	for (;;) {
		if (pt->raw_globals.n)
			add_inits(pt, pt->raw_globals.v[--pt->raw_globals.n]);
		else if (pt->unbuilt.n)
			pt_build_insts(pt);
		else if (pt->relinks.n)
			relink_next(pt);
		else if (pt->queue.n)
			pass_on_next(pt);
		else
			return;
	}
}

static void reserve_numbers(struct points_to *pt)
{
	vec_push(pt->arena, &pt->objs);
	vec_push(pt->arena, &pt->locs);
	vec_push(pt->arena, &pt->cells);
	vec_push(pt->arena, &pt->nodes);
	vec_push(pt->arena, &pt->rules);
	vec_push(pt->arena, &pt->insts);
	vec_push(pt->arena, &pt->funcs);
	pt_new_obj(pt, (struct pt_obj){ .kind = PT_UNKNOWN, .type = NO_CTYPE });
	pt_new_obj(pt, (struct pt_obj){ .kind = PT_CONST, .type = NO_CTYPE });
}

struct points_to *points_to_solve(struct program *p, const struct driver_units *d,
				  const struct attr_kinds *k, struct arena *a)
{
	struct points_to *pt = arena_new_of(a, struct points_to);

	pt->arena = a;
	pt->program = p;
	pt->kinds = k;
	pt->units = d;
	idmap_init(&pt->loc_ids, a);
	idmap_init(&pt->members, a);
	idmap_init(&pt->edges, a);
	idmap_init(&pt->obj_ids, a);
	idmap_init(&pt->func_ids, a);
	idmap_init(&pt->unit_ids, a);
	pt->class_ids = map_new(a);
	pt->tags = arena_array(a, d->n, sizeof(*pt->tags));
	reserve_numbers(pt);
	pt_build(pt);
	pt_run(pt);
	return pt;
}
