// SPDX-License-Identifier: MIT
/* From instructions to nodes and rules: one instance of a function at a time. */
#include <string.h>

#include "front/points_to.h"

#define HELPER_ROUNDS 3 /* calls between a function and the one that writes the attribute */

/* ---- names of structs ---- */

static void add_tags(struct points_to *pt, struct map *tags, const struct ir_unit *unit,
		     enum ir_ctype_kind kind)
{
	for (size_t i = 0; i < unit->ctypes.n; i++) {
		const struct ir_ctype *t = &unit->ctypes.v[i];
		struct ctype_ref *r;

		if (t->kind != kind || !t->name || map_get(tags, t->name))
			continue;
		r = arena_new_of(pt->arena, struct ctype_ref);
		*r = (struct ctype_ref){ unit, (int32_t)i };
		map_put(tags, t->name, r);
	}
}

static struct map *unit_tags(struct points_to *pt, const struct ir_unit *unit)
{
	uint32_t n = idmap_get(&pt->unit_ids, (uintptr_t)unit, 0);

	if (!n)
		return NULL;
	if (!pt->tags[n - 1]) {
		pt->tags[n - 1] = map_new(pt->arena);
		add_tags(pt, pt->tags[n - 1], unit, CT_STRUCT);
		add_tags(pt, pt->tags[n - 1], unit, CT_OPAQUE);
	}
	return pt->tags[n - 1];
}

struct ctype_ref pt_find_tag(struct points_to *pt, const struct ir_unit *unit, const char *name)
{
	struct map *tags = unit_tags(pt, unit);
	struct ctype_ref *r = tags ? map_get(tags, name) : NULL;

	return r ? *r : NO_CTYPE;
}

/* The struct of "struct tag.member"; the answer is kept under the whole text. */
static struct ctype_ref struct_of_member(struct points_to *pt, const struct ir_unit *unit,
					 const char *text)
{
	struct ctype_ref found, *r;
	const char *dot;

	if (!text)
		return NO_CTYPE;
	found = pt_find_tag(pt, unit, text);
	dot = strchr(text, '.');
	if (found.unit || !dot)
		return found;
	found = pt_find_tag(pt, unit, arena_strndup(pt->arena, text, (size_t)(dot - text)));
	r = arena_new_of(pt->arena, struct ctype_ref);
	*r = (struct ctype_ref){ unit, found.ctype };
	map_put(unit_tags(pt, unit), text, r);
	return *r;
}

/* ---- operands ---- */

const struct ir_insn *pt_def(const struct points_to *pt, uint32_t inst, struct ir_ref r)
{
	const struct pt_func *f = &pt->funcs.v[pt->insts.v[inst].number];

	if (r.kind != REF_TMP || !f->defs || r.idx >= f->func->ntmps)
		return NULL;
	return f->defs[r.idx];
}

static uint32_t local_obj(struct points_to *pt, uint32_t inst, uint32_t local)
{
	struct pt_inst *i = &pt->insts.v[inst];
	const struct ir_local *l = &i->func->locals.v[local];
	uint32_t id = i->locals[local];

	if (id)
		return id;
	id = pt_new_obj(pt, (struct pt_obj){ .kind = PT_LOCAL,
					     .unit = i->unit,
					     .func = i->func,
					     .local = local,
					     .inst = inst,
					     .type = { i->unit, l->ctype },
					     .size = l->size });
	pt->insts.v[inst].locals[local] = id;
	return id;
}

uint32_t pt_local_cell(struct points_to *pt, uint32_t inst, uint32_t local)
{
	return pt_cell_at(pt, local_obj(pt, inst, local), 0, false);
}

uint32_t pt_operand(struct points_to *pt, uint32_t inst, struct ir_ref r)
{
	struct ir_unit *unit = pt->insts.v[inst].unit;
	uint32_t obj;

	switch (r.kind) {
	case REF_TMP:
		return pt->insts.v[inst].tmps[r.idx];
	case REF_LOCAL:
		obj = local_obj(pt, inst, r.idx);
		break;
	case REF_GLOBAL:
		obj = pt_global_obj(pt, unit, r.idx);
		break;
	case REF_FUNC:
		obj = pt_func_obj(pt, unit, r.idx);
		break;
	default:
		return 0;
	}
	return pt_value(pt, pt_loc_id(pt, obj, 0, false));
}

static uint32_t constant(struct points_to *pt, uint32_t inst, struct ir_ref r)
{
	wide v = pt->insts.v[inst].unit->consts.v[r.idx].value;

	return pt_value(pt, pt_loc_id(pt, PT_CONST_OBJ, (uint64_t)v, false));
}

static uint32_t int_node(struct points_to *pt, uint32_t inst, struct ir_ref r, int depth)
{
	const struct ir_insn *def = pt_def(pt, inst, r);
	uint32_t node, from;

	if (r.kind == REF_CONST)
		return constant(pt, inst, r);
	if (r.kind != REF_TMP || pt->insts.v[inst].tmps[r.idx])
		return pt_operand(pt, inst, r);
	node = pt_new_node(pt);
	pt->insts.v[inst].tmps[r.idx] = node;
	if (def && def->op == OP_CAST && depth) {
		from = int_node(pt, inst, def->arg[0], depth - 1);
		pt_copy(pt, from, node);
	} else if (def && def->op == OP_LOAD) {
		from = pt_operand(pt, inst, def->arg[0]);
		pt_add_rule(pt, from, (struct pt_rule){ .kind = PTR_LOAD, .to = node });
	} else {
		pt_add(pt, node, pt_unknown(pt));
	}
	return node;
}

uint32_t pt_int_operand(struct points_to *pt, uint32_t inst, struct ir_ref r)
{
	return int_node(pt, inst, r, 16);
}

/* ---- instances ---- */

uint32_t pt_func_number(struct points_to *pt, struct ir_unit *unit, struct ir_func *func)
{
	uint32_t id = idmap_get(&pt->func_ids, (uintptr_t)func, 0);

	if (id)
		return id;
	id = (uint32_t)pt->funcs.n;
	*vec_push(pt->arena, &pt->funcs) = (struct pt_func){ .unit = unit, .func = func };
	idmap_put(&pt->func_ids, (uintptr_t)func, 0, id);
	return id;
}

uint32_t pt_new_inst(struct points_to *pt, struct pt_inst inst)
{
	uint32_t id = (uint32_t)pt->insts.n;

	inst.tmps = arena_array(pt->arena, inst.func->ntmps, sizeof(*inst.tmps));
	inst.locals = arena_array(pt->arena, inst.func->locals.n, sizeof(*inst.locals));
	inst.ret = pt_new_node(pt);
	*vec_push(pt->arena, &pt->insts) = inst;
	*vec_push(pt->arena, &pt->unbuilt) = id;
	return id;
}

/* Parameters of a function that is called from outside: anything of their types. */
static void seed_params(struct points_to *pt, uint32_t inst)
{
	size_t n = pt->insts.v[inst].func->nparams;

	for (size_t i = 0; i < n; i++) {
		struct ctype_ref type = { pt->insts.v[inst].unit,
					  pt->insts.v[inst].func->locals.v[i].ctype };
		const struct ir_ctype *t = ctype_get(type);
		uint32_t cell;

		if (!t || t->kind != CT_POINTER)
			continue;
		cell = pt_local_cell(pt, inst, (uint32_t)i);
		pt_add(pt, pt->cells.v[cell].down, pt_unknown(pt));
	}
}

uint32_t pt_common_inst(struct points_to *pt, uint32_t func)
{
	struct pt_func *f = &pt->funcs.v[func];
	uint32_t inst = f->inst;

	if (inst)
		return inst;
	inst = pt_new_inst(pt, (struct pt_inst){ .unit = f->unit,
						 .func = f->func,
						 .number = func,
						 .tracks_ints = f->is_helper });
	pt->funcs.v[func].inst = inst;
	if (!pt->funcs.v[func].is_called || pt->funcs.v[func].is_taken)
		seed_params(pt, inst);
	return inst;
}

/* ---- instructions ---- */

/* Whether the result of @insn is followed from the start; other integers only on demand. */
static bool is_pointer_result(const struct ir_insn *insn)
{
	switch (insn->op) {
	case OP_FIELD:
	case OP_INDEX:
		return true;
	case OP_CAST:
		return insn->type == IRT_PTR || insn->from == IRT_PTR;
	case OP_LOAD:
	case OP_ADD:
	case OP_SUB:
	case OP_CALL:
	case OP_ICALL:
	case OP_UNKNOWN:
		return insn->type == IRT_PTR;
	default:
		return false;
	}
}

static void make_defs(struct points_to *pt, struct pt_func *f)
{
	if (f->defs)
		return;
	f->defs = arena_array(pt->arena, f->func->ntmps, sizeof(*f->defs));
	vec_for_each_ptr(struct ir_block, b, &f->func->blocks)
		vec_for_each_ptr(struct ir_insn, insn, &b->insns)
			if (ir_ops[insn->op].flags & IROP_RESULT && insn->dst < f->func->ntmps)
				f->defs[insn->dst] = insn;
}

static void make_results(struct points_to *pt, uint32_t inst)
{
	struct pt_func *f = &pt->funcs.v[pt->insts.v[inst].number];

	make_defs(pt, f);
	for (uint32_t i = 0; i < f->func->ntmps; i++)
		if (f->defs[i] && is_pointer_result(f->defs[i]))
			pt->insts.v[inst].tmps[i] = pt_new_node(pt);
}

static bool constant_of(const struct points_to *pt, uint32_t inst, struct ir_ref r, int64_t *v)
{
	wide value;

	if (r.kind != REF_CONST)
		return false;
	value = pt->insts.v[inst].unit->consts.v[r.idx].value;
	*v = (int64_t)value;
	return value >= -(wide)INT32_MAX && value <= INT32_MAX;
}

static void build_field(struct points_to *pt, uint32_t inst, const struct ir_insn *insn)
{
	struct ctype_ref type = struct_of_member(pt, pt->insts.v[inst].unit, insn->text);
	uint32_t address = pt_operand(pt, inst, insn->arg[0]);

	pt_add_rule(pt, address,
		    (struct pt_rule){ .kind = PTR_FIELD,
				      .to = pt->insts.v[inst].tmps[insn->dst],
				      .off = (int64_t)insn->offset,
				      .class = pt_class(pt, type) });
}

/* Pointer arithmetic, @scale bytes a step, forwards or backwards. */
static void build_index(struct points_to *pt, uint32_t inst, const struct ir_insn *insn,
			uint64_t scale, int sign)
{
	struct pt_rule rule = { .kind = PTR_INDEX, .size = scale };
	uint32_t address = pt_operand(pt, inst, insn->arg[0]);
	int64_t steps;

	rule.to = pt->insts.v[inst].tmps[insn->dst];
	rule.is_any = !constant_of(pt, inst, insn->arg[1], &steps) || scale > INT32_MAX;
	rule.off = rule.is_any ? 0 : steps * (int64_t)scale * sign;
	pt_add_rule(pt, address, rule);
}

static void build_cast(struct points_to *pt, uint32_t inst, const struct ir_insn *insn)
{
	uint32_t from, to = pt->insts.v[inst].tmps[insn->dst];

	if (insn->type != IRT_PTR && insn->from != IRT_PTR)
		return;
	from = insn->arg[0].kind == REF_CONST ? 0 : pt_int_operand(pt, inst, insn->arg[0]);
	pt_copy(pt, from, to);
}

static bool is_mode_store(const struct points_to *pt, uint32_t inst, const struct ir_insn *insn)
{
	const struct ir_insn *def = pt_def(pt, inst, insn->arg[0]);
	bool is_short = insn->type == IRT_U16 || insn->type == IRT_I16;

	if (insn->type == IRT_OTHER)
		return false;
	if (insn->arg[0].kind == REF_LOCAL)
		return is_short || pt->insts.v[inst].tracks_ints;
	/* The lowering's own steps into a local have no text. */
	return is_short && def && def->op == OP_FIELD &&
	       (!def->text || strcmp(def->text, "struct attribute.mode") == 0);
}

static void build_store(struct points_to *pt, uint32_t inst, const struct ir_insn *insn)
{
	uint32_t value = pt_operand(pt, inst, insn->arg[1]);

	if (insn->type != IRT_PTR && is_mode_store(pt, inst, insn))
		value = pt_int_operand(pt, inst, insn->arg[1]);
	if (!value)
		return;
	pt_add_rule(
		pt, pt_operand(pt, inst, insn->arg[0]),
		(struct pt_rule){ .kind = PTR_STORE, .from = value, .inst = inst, .insn = insn });
}

static void build_move(struct points_to *pt, uint32_t inst, const struct ir_insn *insn)
{
	struct pt_rule rule = { .size = insn->size, .inst = inst, .insn = insn };

	rule.to = pt_operand(pt, inst, insn->arg[0]);
	rule.from = pt_operand(pt, inst, insn->arg[1]);
	if (!rule.to || !rule.from)
		return;
	rule.kind = PTR_COPY_TO;
	pt_add_rule(pt, rule.to, rule);
	rule.kind = PTR_COPY_FROM;
	pt_add_rule(pt, rule.from, rule);
}

static void build_insn(struct points_to *pt, uint32_t inst, const struct ir_insn *insn)
{
	switch (insn->op) {
	case OP_LOAD:
		if (insn->type == IRT_PTR)
			pt_add_rule(pt, pt_operand(pt, inst, insn->arg[0]),
				    (struct pt_rule){ .kind = PTR_LOAD,
						      .inst = inst,
						      .to = pt->insts.v[inst].tmps[insn->dst] });
		break;
	case OP_STORE:
		build_store(pt, inst, insn);
		break;
	case OP_MOVE:
		build_move(pt, inst, insn);
		break;
	case OP_FIELD:
		build_field(pt, inst, insn);
		break;
	case OP_INDEX:
		build_index(pt, inst, insn, insn->size, 1);
		break;
	case OP_ADD:
	case OP_SUB:
		if (insn->type == IRT_PTR)
			build_index(pt, inst, insn, 1, insn->op == OP_ADD ? 1 : -1);
		break;
	case OP_CAST:
		build_cast(pt, inst, insn);
		break;
	case OP_UNKNOWN:
		if (insn->type == IRT_PTR)
			pt_add(pt, pt->insts.v[inst].tmps[insn->dst], pt_unknown(pt));
		break;
	case OP_RET:
		pt_copy(pt, pt_operand(pt, inst, insn->arg[0]), pt->insts.v[inst].ret);
		break;
	case OP_CALL:
	case OP_ICALL:
		pt_build_call(pt, inst, insn);
		break;
	default:
		break;
	}
}

void pt_build_insts(struct points_to *pt)
{
	uint32_t inst = pt->unbuilt.v[--pt->unbuilt.n];
	struct ir_func *f = pt->insts.v[inst].func;

	make_results(pt, inst);
	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, insn, &b->insns)
			build_insn(pt, inst, insn);
}

/* ---- the survey before: who calls, who helps ---- */

/* The row of what @idx of @unit refers to; good until the next call. */
static struct pt_func *func_of(struct points_to *pt, struct ir_unit *unit, uint32_t idx)
{
	struct func_id f = program_func(pt->program, unit, idx);
	uint32_t number = pt_func_number(pt, f.unit, f.func);

	return &pt->funcs.v[number];
}

static void note_taken(struct points_to *pt, struct ir_unit *unit, struct ir_ref r)
{
	if (r.kind == REF_FUNC)
		func_of(pt, unit, r.idx)->is_taken = true;
}

static bool is_attr_member(struct points_to *pt, const char *text)
{
	const char *dot = text ? strchr(text, '.') : NULL;
	char *owner;

	if (!dot || strncmp(text, "struct ", 7) != 0)
		return false;
	if (strcmp(text, "struct attribute.name") == 0 ||
	    strcmp(text, "struct attribute.mode") == 0)
		return true;
	owner = arena_strndup(pt->arena, text, (size_t)(dot - text));
	vec_for_each_ptr(struct attr_kind, k, &pt->kinds->kinds)
		if (strcmp(k->struct_name, owner) == 0)
			return true;
	return false;
}

/* The answer is kept: NULL not asked yet. */
static bool is_known_attr_member(struct points_to *pt, struct map *known, const char *text)
{
	static const char yes[] = "y", no[] = "n";
	const char *answer = text ? map_get(known, text) : no;

	if (!answer) {
		answer = is_attr_member(pt, text) ? yes : no;
		map_put(known, text, (void *)answer);
	}
	return answer == yes;
}

static void survey_insn(struct points_to *pt, uint32_t func, const struct ir_insn *insn,
			struct map *known)
{
	struct ir_unit *unit = pt->funcs.v[func].unit;

	if (insn->op == OP_FIELD && is_known_attr_member(pt, known, insn->text))
		pt->funcs.v[func].is_helper = true;
	for (int i = 0; i < ir_ops[insn->op].operands; i++)
		if (insn->op != OP_ICALL)
			note_taken(pt, unit, insn->arg[i]);
	if (!insn->call)
		return;
	for (size_t i = 0; i < insn->call->nargs; i++)
		note_taken(pt, unit, insn->call->args[i]);
	if (insn->op == OP_CALL && insn->call->callee.kind == REF_FUNC)
		func_of(pt, unit, insn->call->callee.idx)->is_called = true;
}

static bool takes_attribute(struct points_to *pt, const struct pt_func *f)
{
	for (size_t i = 0; i < f->func->nparams && i < f->func->locals.n; i++) {
		struct ctype_ref type = { f->unit, f->func->locals.v[i].ctype };
		const struct ir_ctype *t = ctype_get(ctype_pointee(type));

		if (t && pt_is_plumbing(pt->kinds, t->name))
			return true;
	}
	return false;
}

static void survey_func(struct points_to *pt, uint32_t func, struct map *known)
{
	struct ir_func *f = pt->funcs.v[func].func;
	size_t n = 0;

	if (takes_attribute(pt, &pt->funcs.v[func]))
		pt->funcs.v[func].is_helper = true;
	vec_for_each_ptr(struct ir_block, b, &f->blocks) {
		n += b->insns.n;
		vec_for_each_ptr(struct ir_insn, insn, &b->insns)
			survey_insn(pt, func, insn, known);
	}
	pt->funcs.v[func].ninsns = n;
}

static bool calls_helper(struct points_to *pt, uint32_t func)
{
	struct ir_func *f = pt->funcs.v[func].func;
	struct ir_unit *unit = pt->funcs.v[func].unit;

	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, insn, &b->insns)
			if (insn->op == OP_CALL && insn->call->callee.kind == REF_FUNC &&
			    func_of(pt, unit, insn->call->callee.idx)->is_helper)
				return true;
	return false;
}

static void spread_helpers(struct points_to *pt)
{
	for (int round = 0; round < HELPER_ROUNDS; round++) {
		bool *is_new = arena_array(pt->arena, pt->funcs.n, sizeof(bool));
		size_t n = pt->funcs.n;

		for (uint32_t i = 1; i < n; i++)
			is_new[i] = !pt->funcs.v[i].is_helper && calls_helper(pt, i);
		for (uint32_t i = 1; i < n; i++)
			pt->funcs.v[i].is_helper |= is_new[i];
	}
}

static void survey_unit(struct points_to *pt, struct ir_unit *unit, struct map *known)
{
	vec_for_each_ptr(struct ir_func, f, &unit->funcs)
		if (f->is_defined)
			survey_func(pt, pt_func_number(pt, unit, f), known);
	for (uint32_t i = 0; i < unit->globals.n; i++) {
		struct ir_global *g = &unit->globals.v[i];

		vec_for_each_ptr(struct ir_init, init, &g->inits)
			note_taken(pt, unit, init->value);
		if (g->is_defined && !g->is_literal)
			pt_global_obj(pt, unit, i);
	}
}

void pt_build(struct points_to *pt)
{
	struct map *known = map_new(pt->arena);
	size_t n;

	for (size_t i = 0; i < pt->units->n; i++)
		idmap_put(&pt->unit_ids, (uintptr_t)pt->units->v[i], 0, (uint32_t)i + 1);
	for (size_t i = 0; i < pt->units->n; i++)
		survey_unit(pt, pt->units->v[i], known);
	spread_helpers(pt);
	n = pt->funcs.n;
	for (uint32_t i = 1; i < n; i++)
		if (pt->funcs.v[i].func->is_defined && !pt->funcs.v[i].func->in_header)
			pt_common_inst(pt, i);
}
