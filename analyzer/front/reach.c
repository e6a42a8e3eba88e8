// SPDX-License-Identifier: MIT
/*
 * A breadth-first search over (location, shape). The C type of each pointer
 * limits how much memory around its target counts: a group inside the driver's
 * private data doesn't give away the group beside it. void pointers are not
 * followed: they lead back to the driver's own data, which the kernel does
 * not look into.
 *
 * A list of pointers ends at its first NULL; what stands behind it is not
 * registered.
 */
#include <stdlib.h>
#include <string.h>

#include "front/reach.h"

#define MAX_VISITS 400000
#define MAX_DEPTH  12

struct visit {
	uint32_t root, loc;
	struct shape shape;
	struct way way;
	bool is_list; /* the struct may be the first of several */
	int depth;
};

/* ---- shapes ---- */

bool shape_of_pointer(struct points_to *pt, struct ctype_ref pointer, struct shape *out)
{
	struct ctype_ref r = pointer;
	const struct ir_ctype *t = ctype_get(r);

	*out = (struct shape){ .type = NO_CTYPE, .levels = -1 };
	while (t && t->kind == CT_POINTER && out->levels < 4) {
		out->levels++;
		r = ctype_strip_arrays(ctype_pointee(r));
		t = ctype_get(r);
	}
	if (!t || out->levels < 0 || !t->name || strncmp(t->name, "struct ", 7) != 0)
		return false;
	out->type = r;
	out->class = pt_class(pt, r);
	return true;
}

/* The text of parameter @arg: from its beginning to the comma or parenthesis behind it. */
static const char *param_text(const char *sig, int arg, size_t *n)
{
	const char *p = sig ? strchr(sig, '(') : NULL, *begin;
	int depth = 0;

	if (!p)
		return NULL;
	for (begin = ++p; *p; p++) {
		bool is_end = !depth && (*p == ',' || *p == ')');

		if (is_end && !arg--) {
			*n = (size_t)(p - begin);
			return begin;
		}
		if (is_end && *p == ',')
			begin = p + 1;
		depth += (*p == '(') - (*p == ')');
	}
	return NULL;
}

static size_t tag_length(const char *s, size_t n)
{
	size_t i = strlen("struct ");

	while (i < n && (s[i] == '_' || (s[i] >= '0' && s[i] <= '9') ||
			 ((s[i] | 32) >= 'a' && (s[i] | 32) <= 'z')))
		i++;
	return i;
}

bool shape_of_param(struct points_to *pt, const struct ir_unit *unit, const char *sig, int arg,
		    struct shape *out)
{
	size_t n = 0;
	const char *s = param_text(sig, arg, &n), *tag, *name;

	*out = (struct shape){ .type = NO_CTYPE, .levels = -1 };
	if (!s || memchr(s, '(', n))
		return false;
	for (size_t i = 0; i < n; i++)
		out->levels += s[i] == '*';
	tag = memmem(s, n, "struct ", 7);
	if (!tag || out->levels < 0)
		return false;
	n -= (size_t)(tag - s);
	name = arena_strndup(pt->arena, tag, tag_length(tag, n));
	out->type = pt_find_tag(pt, unit, name);
	out->class = pt_class(pt, out->type);
	return true;
}

/* ---- ways ---- */

#define NO_ROW UINT32_MAX

static uint32_t find_row(const struct attr_kinds *k, const char *owner, const char *field)
{
	size_t n = strlen(owner);

	if (pt_is_plumbing(k, owner))
		return NO_ROW;
	for (uint32_t i = 0; i < k->members.n; i++) {
		const char *name = k->members.v[i].name;

		if (strncmp(name, owner, n) == 0 && name[n] == '.' &&
		    strcmp(name + n + 1, field) == 0)
			return i + 1;
	}
	return NO_ROW;
}

/* The row for a member; groups and attributes themselves are no news on the way. */
static const struct attr_sink *member_row(struct reach *r, const char *owner, const char *field)
{
	uint32_t row = idmap_get(&r->rows, (uintptr_t)owner, (uintptr_t)field);

	if (!row) {
		row = find_row(r->pt->kinds, owner, field);
		idmap_put(&r->rows, (uintptr_t)owner, (uintptr_t)field, row);
	}
	return row == NO_ROW ? NULL : &r->pt->kinds->members.v[row - 1];
}

struct way way_step(struct reach *r, struct way way, struct ctype_ref type, uint64_t off)
{
	struct layout_walk w;

	layout_start(&w, type);
	while (layout_down(&w, off)) {
		const struct attr_sink *row;

		if (!w.owner || !w.owner->name)
			continue;
		row = member_row(r, w.owner->name, w.field->name);
		if (!row)
			continue;
		way.member = row;
		if (!way.node)
			way.node = row->node;
	}
	return way;
}

/* ---- the search ---- */

static int compare_cells(const void *a, const void *b, void *data)
{
	const struct points_to *pt = data;
	const struct pt_loc *la = &pt->locs.v[pt->cells.v[*(const uint32_t *)a].loc];
	const struct pt_loc *lb = &pt->locs.v[pt->cells.v[*(const uint32_t *)b].loc];

	if (la->is_any != lb->is_any)
		return la->is_any ? 1 : -1;
	return la->off < lb->off ? -1 : la->off > lb->off;
}

/* Attributes' names, and the cells that may stand for them. */
static void mark_names(struct reach *r, uint32_t cell, int depth)
{
	if (depth > 4 || r->is_name[cell])
		return;
	r->is_name[cell] = true;
	for (size_t i = 0; i < r->pt->cells.v[cell].parents.n; i++)
		mark_names(r, r->pt->cells.v[cell].parents.v[i], depth + 1);
}

static bool points_to_useful(const struct reach *r, uint32_t node)
{
	const struct pt_node *n = &r->pt->nodes.v[node];

	for (size_t i = 0; i < n->locs.n; i++) {
		uint32_t obj = r->pt->locs.v[n->locs.v[i]].obj;

		if (obj >= r->nobjs || r->is_useful[obj])
			return true;
	}
	return false;
}

/* One round backwards over all pointers; whether it found anything new. */
static bool spread_useful(struct reach *r)
{
	bool is_changed = false;

	for (uint32_t i = 1; i < r->ncells; i++) {
		uint32_t obj = r->pt->locs.v[r->pt->cells.v[i].loc].obj;
		uint32_t class = r->pt->objs.v[obj].class;

		if (!r->is_useful[obj] && (r->is_name[i] || r->is_useful[class] ||
					   points_to_useful(r, r->pt->cells.v[i].read)))
			r->is_useful[obj] = is_changed = true;
		if (class && r->is_useful[obj] && !r->is_useful[class])
			r->is_useful[class] = is_changed = true;
	}
	return is_changed;
}

/* Most memory leads nowhere: searches don't enter it. */
static void find_useful(struct reach *r)
{
	r->nobjs = r->pt->objs.n;
	r->is_useful = arena_array(r->pt->arena, r->nobjs, sizeof(bool));
	for (int i = 0; i < MAX_DEPTH && spread_useful(r); i++)
		;
}

void reach_init(struct reach *r, struct points_to *pt, const struct found_list *found)
{
	*r = (struct reach){ .pt = pt, .ncells = pt->cells.n };
	idmap_init(&r->visited, pt->arena);
	idmap_init(&r->rows, pt->arena);
	r->is_name = arena_array(pt->arena, pt->cells.n, sizeof(bool));
	vec_for_each_ptr(struct found, f, &found->v)
		mark_names(r, f->name, 0);
	vec_for_each_ptr(struct pt_obj, o, &pt->objs)
		if (o->cells.n > 1)
			qsort_r(o->cells.v, o->cells.n, sizeof(uint32_t), compare_cells, pt);
	find_useful(r);
}

static size_t first_cell(const struct points_to *pt, const struct pt_obj *o, uint64_t off,
			 bool is_any)
{
	size_t lo = 0, hi = o->cells.n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		const struct pt_loc *l = &pt->locs.v[pt->cells.v[o->cells.v[mid]].loc];

		if (l->is_any < is_any || (l->is_any == is_any && l->off < off))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Visits of equal keys at one place do the same. */
static uint64_t visit_key(const struct reach *r, const struct visit *v)
{
	const struct attr_kinds *k = r->pt->kinds;
	uint64_t member = v->way.member ? (uint64_t)(v->way.member - k->members.v) + 1 : 0;

	return (uint64_t)v->root << 32 | member << 8 | (uint64_t)(v->shape.levels & 7) << 1 |
	       v->is_list;
}

#define CELL_BIT   ((uint64_t)1 << 63)
#define PARENT_BIT ((uint64_t)1 << 62)

/* Whether the rest of a list or array, from @cell on, was looked at in the same way before. */
static bool is_cell_done(struct reach *r, const struct visit *v, uint32_t cell, uint64_t bit)
{
	uint64_t place = bit | (uint64_t)v->shape.class << 32 | cell;
	uint64_t key = visit_key(r, v);

	if (idmap_get(&r->visited, place, key))
		return true;
	idmap_put(&r->visited, place, key, 1);
	return false;
}

static void push_visit(struct reach *r, const struct visit *v)
{
	uint64_t place = (uint64_t)v->shape.class << 32 | v->loc, key;

	if (v->depth > MAX_DEPTH)
		return;
	key = visit_key(r, v);
	if (idmap_get(&r->visited, place, key))
		return;
	idmap_put(&r->visited, place, key, 1);
	if (r->steps++ >= MAX_VISITS)
		r->is_limited = true;
	else
		*vec_push(r->pt->arena, &r->queue) = *v;
}

static void push_targets(struct reach *r, uint32_t node, struct visit v)
{
	const struct pt_node *n = &r->pt->nodes.v[node];

	for (size_t i = 0; i < n->locs.n; i++) {
		uint32_t obj = r->pt->locs.v[n->locs.v[i]].obj;

		if (obj < r->nobjs && !r->is_useful[obj])
			continue;
		v.loc = n->locs.v[i];
		push_visit(r, &v);
	}
}

/* Which type's layout tells what stands at the cells of @v: the pointer's, else the object's. */
static bool pointer_at(const struct visit *v, const struct pt_obj *o, const struct pt_loc *at,
		       uint64_t begin, struct ctype_ref *type, uint64_t *off)
{
	const struct ir_ctype *t = ctype_get(v->shape.type);

	if (t && t->kind == CT_STRUCT && t->size) {
		*type = v->shape.type;
		*off = layout_fold(v->shape.type, at->off >= begin ? at->off - begin : at->off);
		return true;
	}
	*type = o->type;
	*off = at->off;
	t = ctype_get(o->type);
	if (t && t->size && (o->kind == PT_HEAP || o->kind == PT_CLASS))
		*off = layout_fold(o->type, *off);
	return t;
}

/* Follow the pointer in @cell, which is part of a struct. */
static void follow_member(struct reach *r, const struct visit *v, uint32_t cell, uint32_t node,
			  uint64_t begin)
{
	struct visit next = { .root = v->root, .is_list = true, .depth = v->depth + 1 };
	const struct pt_loc *at = &r->pt->locs.v[r->pt->cells.v[cell].loc];
	struct ctype_ref type;
	uint64_t off;

	if (!points_to_useful(r, node))
		return;
	if (!pointer_at(v, &r->pt->objs.v[at->obj], at, begin, &type, &off))
		return;
	if (!shape_of_pointer(r->pt, layout_member_at(type, off).type, &next.shape))
		return;
	next.way = way_step(r, v->way, type, off);
	push_targets(r, node, next);
}

static void come_to(struct reach *r, const struct visit *v, uint32_t cell, bool is_part)
{
	if (cell < r->ncells && r->is_name[cell])
		r->hit(r->data, cell, &v->way, is_part);
}

/* The cells of an object in [@off, @off + @size): an iterator that survives growing tables. */
struct range {
	uint32_t obj;
	uint64_t off, size;
	bool is_any;
	size_t i;
};

static struct range range_of(const struct points_to *pt, uint32_t obj, uint64_t off, uint64_t size,
			     bool is_any)
{
	return (struct range){ obj, off, size, is_any,
			       first_cell(pt, &pt->objs.v[obj], off, is_any) };
}

static uint32_t next_cell(const struct points_to *pt, struct range *g)
{
	const struct pt_obj *o = &pt->objs.v[g->obj];
	const struct pt_loc *l;

	if (g->i >= o->cells.n)
		return 0;
	l = &pt->locs.v[pt->cells.v[o->cells.v[g->i]].loc];
	if (l->is_any != g->is_any || l->off - g->off >= g->size)
		return 0;
	return o->cells.v[g->i++];
}

static void visit_range(struct reach *r, const struct visit *v, struct range g)
{
	uint32_t cell;

	while ((cell = next_cell(r->pt, &g))) {
		if (v->is_list && is_cell_done(r, v, cell, CELL_BIT))
			return;
		come_to(r, v, cell, false);
		follow_member(r, v, cell, r->pt->cells.v[cell].read, g.off);
	}
}

/* What is stored through pointers that may point here, without what those hold otherwise. */
static void visit_parents(struct reach *r, const struct visit *v, struct range g)
{
	uint32_t cell;

	while ((cell = next_cell(r->pt, &g))) {
		if (v->is_list && is_cell_done(r, v, cell, PARENT_BIT))
			return;
		come_to(r, v, cell, true);
		follow_member(r, v, cell, r->pt->cells.v[cell].down, g.off);
	}
}

static uint64_t struct_range(const struct visit *v, const struct pt_obj *o, uint64_t off)
{
	const struct ir_ctype *t = ctype_get(v->shape.type);
	uint64_t end = v->is_list ? layout_array_end(o->type, off) : 0;

	if (o->kind == PT_HEAP && v->is_list && t && t->size && !(off % t->size))
		return UINT64_MAX;
	if (end > off)
		return end - off;
	if (t && t->size)
		return t->size;
	return o->size > off ? o->size - off : 1;
}

static void visit_struct(struct reach *r, const struct visit *v)
{
	struct points_to *pt = r->pt;
	struct pt_loc l = pt->locs.v[v->loc];
	const struct pt_obj o = pt->objs.v[l.obj];
	uint64_t size = struct_range(v, &o, l.off), element;

	visit_range(r, v, range_of(pt, l.obj, l.off, size, l.is_any));
	if (o.has_any && !l.is_any)
		visit_parents(r, v,
			      range_of(pt, l.obj, layout_canon(o.type, l.off, NULL), size, true));
	if (!o.class)
		return;
	element = layout_fold(pt->objs.v[o.class].type, l.off);
	visit_parents(r, v, range_of(pt, o.class, element, size, l.is_any));
}

/* The pointers of a list, up to the first that is surely NULL. */
static void visit_list(struct reach *r, const struct visit *v, const struct visit *next)
{
	struct pt_loc l = r->pt->locs.v[v->loc];
	const struct pt_obj *o = &r->pt->objs.v[l.obj];
	bool is_sure = o->kind == PT_GLOBAL && !o->global->is_opaque && !l.is_any && !o->has_any;
	uint64_t at = l.off, end = layout_array_end(o->type, l.off);
	struct range g = range_of(r->pt, l.obj, l.off, end ? end - l.off : UINT64_MAX, l.is_any);
	uint32_t cell;

	for (; (cell = next_cell(r->pt, &g)); at += 8) {
		uint32_t node = r->pt->cells.v[cell].read;

		if (is_sure && (r->pt->locs.v[r->pt->cells.v[cell].loc].off != at ||
				!r->pt->nodes.v[node].locs.n))
			return;
		if (is_cell_done(r, v, cell, CELL_BIT))
			return;
		push_targets(r, node, *next);
	}
}

static void visit_pointers(struct reach *r, const struct visit *v)
{
	struct pt_loc l = r->pt->locs.v[v->loc];
	const struct pt_obj *o = &r->pt->objs.v[l.obj];
	struct visit next = *v;
	uint64_t canon;
	uint32_t cell;

	next.shape.levels--;
	next.is_list = false;
	next.depth++;
	visit_list(r, v, &next);
	if (l.is_any || !o->has_any)
		return;
	canon = o->kind == PT_HEAP && o->stride ? l.off % o->stride
						: layout_canon(o->type, l.off, NULL);
	cell = pt_find_cell(r->pt, l.obj, canon, true);
	if (cell)
		push_targets(r, r->pt->cells.v[cell].down, next);
}

void reach_from(struct reach *r, uint32_t root, uint32_t node, struct shape shape, struct way way,
		bool is_list)
{
	struct visit v = { .root = root, .shape = shape, .way = way, .is_list = is_list };

	push_targets(r, node, v);
	while (r->queue.n) {
		v = r->queue.v[--r->queue.n];
		if (v.shape.levels > 0)
			visit_pointers(r, &v);
		else
			visit_struct(r, &v);
	}
}
