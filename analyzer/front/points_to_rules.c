// SPDX-License-Identifier: MIT
/* What a rule does when the pointer it is about gets a new target. */
#include <string.h>

#include "front/points_to.h"

/* A loop that steps through an array ends as "any element". */
#define MAX_STRIDES 64

/*
 * Whether memory of a known type has no struct of @class at @loc: then the
 * driver knows better where the pointer came from, e.g. out of netdev_priv().
 */
static bool is_other_struct(const struct points_to *pt, const struct pt_loc *l, uint32_t class)
{
	const struct pt_obj *o = &pt->objs.v[l->obj];
	const struct ir_ctype *have = ctype_get(ctype_strip_arrays(o->type));
	const struct ir_ctype *want = ctype_get(pt->objs.v[class].type);
	uint64_t off = l->off;

	if (o->kind == PT_UNKNOWN)
		return true;
	if (o->kind == PT_CLASS && !o->size)
		return l->obj != class;
	if (!have || have->kind != CT_STRUCT || !have->size || !want->name)
		return false;
	if (o->kind == PT_CLASS || o->kind == PT_HEAP)
		off = layout_fold(o->type, off);
	return !ctype_get(layout_sub(o->type, off, want->name));
}

static void apply_field(struct points_to *pt, struct pt_rule rule, uint32_t loc)
{
	struct pt_loc l = pt->locs.v[loc];
	enum pt_kind kind = pt->objs.v[l.obj].kind;

	if (kind == PT_CONST || kind == PT_FUNC)
		return;
	if (rule.class && kind == PT_HEAP && !l.off)
		pt_set_heap_type(pt, l.obj, rule.class);
	if (rule.class && is_other_struct(pt, &l, rule.class))
		pt_add(pt, rule.to, pt_loc_id(pt, rule.class, (uint64_t)rule.off, false));
	else
		pt_add(pt, rule.to, pt_shift(pt, loc, rule.off));
}

static void apply_index(struct points_to *pt, uint32_t id, uint32_t loc)
{
	struct pt_rule rule = pt->rules.v[id];
	struct pt_loc l = pt->locs.v[loc];
	enum pt_kind kind = pt->objs.v[l.obj].kind;

	if (kind == PT_CONST || kind == PT_FUNC)
		return;
	if (kind == PT_CLASS && !pt->objs.v[l.obj].size && (rule.off || rule.is_any)) {
		pt_add(pt, rule.to, pt_unknown(pt));
		return;
	}
	if (rule.off)
		pt->rules.v[id].fired++;
	if (kind != PT_UNKNOWN && (rule.is_any || rule.fired > MAX_STRIDES))
		pt_add(pt, rule.to, pt_any_loc(pt, l.obj, l.off, rule.size));
	else
		pt_add(pt, rule.to, pt_shift(pt, loc, rule.off));
}

static void apply_load(struct points_to *pt, struct pt_rule rule, uint32_t loc)
{
	uint32_t cell;

	if (pt->locs.v[loc].obj == PT_UNKNOWN_OBJ) {
		pt_add(pt, rule.to, loc);
		return;
	}
	cell = pt_cell_of(pt, loc);
	if (cell)
		pt_copy(pt, pt->cells.v[cell].read, rule.to);
}

static void apply_store(struct points_to *pt, struct pt_rule rule, uint32_t loc)
{
	uint32_t cell = pt_cell_of(pt, loc);

	if (!cell)
		return;
	pt_copy(pt, rule.from, pt->cells.v[cell].down);
	pt_add_writer(pt, cell, (struct pt_writer){ rule.from, rule.inst, rule.insn });
}

/* ---- copies of bytes ---- */

/* Whether a struct of a known type still has a byte @delta on: a class has no second element. */
static bool fits(const struct points_to *pt, uint32_t loc, uint64_t delta)
{
	const struct pt_loc *l = &pt->locs.v[loc];
	const struct pt_obj *o = &pt->objs.v[l->obj];

	return o->kind != PT_CLASS || !o->size || l->off + delta < o->size;
}

void pt_copy_cell(struct points_to *pt, uint32_t range, uint32_t cell)
{
	struct pt_range r = pt->ranges.v[range];
	struct pt_loc from = pt->locs.v[r.from], at = pt->locs.v[pt->cells.v[cell].loc];
	uint32_t to;

	if (at.off < from.off || at.off - from.off >= r.size || !fits(pt, r.to, at.off - from.off))
		return;
	to = pt_shift(pt, r.to, (int64_t)(at.off - from.off));
	if (!to)
		return;
	to = pt_cell_of(pt, to);
	if (!to)
		return;
	pt_copy(pt, pt->cells.v[cell].read, pt->cells.v[to].down);
	pt_add_writer(pt, to, (struct pt_writer){ pt->cells.v[cell].read, r.inst, r.insn });
}

/* The key of a pair of locations in the table of edges, where no node has this bit. */
#define RANGE_BIT ((uint64_t)1 << 63)

void pt_add_range(struct points_to *pt, struct pt_range r)
{
	uint32_t obj = pt->locs.v[r.from].obj, id = (uint32_t)pt->ranges.n;
	size_t n;

	if (r.from == r.to || idmap_get(&pt->edges, RANGE_BIT | r.from, r.to))
		return;
	if (obj == PT_UNKNOWN_OBJ || obj == PT_CONST_OBJ ||
	    pt->locs.v[r.to].obj == PT_UNKNOWN_OBJ || pt->locs.v[r.to].obj == PT_CONST_OBJ)
		return;
	idmap_put(&pt->edges, RANGE_BIT | r.from, r.to, 1);
	*vec_push(pt->arena, &pt->ranges) = r;
	*vec_push(pt->arena, &pt->objs.v[obj].copies) = id;
	n = pt->objs.v[obj].cells.n;
	for (size_t i = 0; i < n; i++)
		pt_copy_cell(pt, id, pt->objs.v[obj].cells.v[i]);
}

static void apply_copy(struct points_to *pt, struct pt_rule rule, uint32_t loc, bool is_target)
{
	uint32_t other = is_target ? rule.from : rule.to;

	for (uint32_t i = 0; i < pt->nodes.v[other].locs.n; i++) {
		uint32_t l = pt->nodes.v[other].locs.v[i];

		pt_add_range(pt, (struct pt_range){ .from = is_target ? l : loc,
						    .to = is_target ? loc : l,
						    .size = rule.size,
						    .inst = rule.inst,
						    .insn = rule.insn });
	}
}

void pt_apply(struct points_to *pt, uint32_t id, uint32_t loc)
{
	struct pt_rule rule = pt->rules.v[id];

	if (pt->is_limited)
		return;
	switch (rule.kind) {
	case PTR_FIELD:
		apply_field(pt, rule, loc);
		break;
	case PTR_INDEX:
		apply_index(pt, id, loc);
		break;
	case PTR_LOAD:
		apply_load(pt, rule, loc);
		break;
	case PTR_STORE:
		apply_store(pt, rule, loc);
		break;
	case PTR_COPY_FROM:
	case PTR_COPY_TO:
		apply_copy(pt, rule, loc, rule.kind == PTR_COPY_TO);
		break;
	case PTR_CALL:
		pt_indirect_call(pt, rule.inst, rule.insn, loc);
		break;
	}
}
