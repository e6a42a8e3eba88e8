// SPDX-License-Identifier: MIT
/*
 * Function pointers that the driver leaves NULL.
 *
 * Tables: what a pointer may lead to is targets.c's business; an element with
 * nothing in it at all ends its table and is none of those that are used.
 *
 * Code: a member that functions are stored in. A way through the storing
 * function that gets by all its stores, and does not fail, leaves NULL behind;
 * unless that way registers nothing while others do, for then nobody will call.
 */
#include <string.h>

#include "absint/lacking.h"
#include "ir/cfg.h"

/* What all stores to one member of one driver come to. */
struct setting_code {
	size_t functions; /* that store there */
	bool is_always;	  /* one of them on every way, or something that is no function */
	bool is_doubtful; /* what the way around the store returns is not known */
	struct loc loc;	  /* of a store that a way leads around */
};

struct lackings {
	struct arena *arena;
	const struct program *prog;
	const struct prepared *prepared;
	struct targets *targets;
	struct map *code; /* struct setting_code * by driver and member */
};

#define CALLS_DEEP 3 /* that a registration may lie */

/* ---- tables ---- */

static const struct ir_init *init_in(const struct ir_global *g, uint64_t from, uint64_t to)
{
	vec_for_each_ptr(const struct ir_init, in, &g->inits)
		if (in->offset >= from && in->offset < to)
			return in;
	return NULL;
}

bool lacking_in_element(struct global_id g, uint64_t offset, uint64_t element)
{
	const struct ir_init *in = init_in(g.global, offset, offset + 1);
	uint64_t start = offset - offset % element;

	if (g.global->is_opaque || offset >= g.global->size)
		return false;
	if (in)
		return in->value.kind == REF_CONST && !g.unit->consts.v[in->value.idx].value;
	return init_in(g.global, start, start + element);
}

static const char *code_key(struct lackings *l, size_t driver, const char *member)
{
	return arena_printf(l->arena, "%zu %s", driver, member);
}

/* A table that is not const keeps what its initialiser says as long as no code stores there. */
static bool keeps_its_functions(struct lackings *l, size_t driver, const struct target *t,
				const char *member)
{
	return t->g.global->is_defined &&
	       (t->g.global->is_const || !map_get(l->code, code_key(l, driver, member)));
}

static bool target_lacks(const struct target *t, int64_t offset)
{
	uint64_t element = target_element(t), at = t->offset + (uint64_t)offset;

	if (!t->g.global->inits.n || !element)
		return false;
	if (!t->is_any)
		return lacking_in_element(t->g, at, element);
	for (at %= element; at < t->g.global->size; at += element)
		if (lacking_in_element(t->g, at, element))
			return true;
	return false;
}

bool lackings_know(struct lackings *l, size_t driver, const char *pointer)
{
	target_list tables = { 0 };

	targets_of(l->targets, driver, pointer, &tables);
	return tables.n > 0;
}

bool lacking_in_table(struct lackings *l, size_t driver, const char *pointer, const char *member,
		      int64_t offset, struct lacking *out)
{
	target_list tables = { 0 };

	targets_of(l->targets, driver, pointer, &tables);
	vec_for_each_ptr(struct target, t, &tables) {
		if (!keeps_its_functions(l, driver, t, member) || !target_lacks(t, offset))
			continue;
		out->where = arena_printf(l->arena, "'%s' in line %u has none", t->g.global->name,
					  t->g.global->loc.line);
		out->doubt = NULL;
		return true;
	}
	return false;
}

/* The offset of "struct tag.member" in @c if that is "struct tag", else -1. */
static int64_t offset_of(const struct ir_ctype *c, const char *member)
{
	size_t tag = c->name ? strlen(c->name) : 0;

	if (c->kind != CT_STRUCT || !tag || strncmp(member, c->name, tag) || member[tag] != '.')
		return -1;
	for (size_t i = 0; i < c->nfields; i++)
		if (!strcmp(c->fields[i].name, member + tag + 1))
			return (int64_t)c->fields[i].offset;
	return -1;
}

static bool table_lacks(struct lackings *l, size_t driver, struct global_id g, const char *member)
{
	const struct ir_ctype *c = g.global->ctype >= 0 ? &g.unit->ctypes.v[g.global->ctype] : NULL;
	struct target t = { .g = g, .is_any = true };
	int64_t offset;

	if (c && c->kind == CT_ARRAY && c->elem >= 0)
		c = &g.unit->ctypes.v[c->elem];
	offset = c ? offset_of(c, member) : -1;
	return offset >= 0 && keeps_its_functions(l, driver, &t, member) &&
	       target_lacks(&t, offset);
}

static bool unit_lacks(struct lackings *l, size_t driver, struct ir_unit *u, const char *member,
		       struct lacking *out)
{
	vec_for_each_ptr(struct ir_global, g, &u->globals)
		if (table_lacks(l, driver, (struct global_id){ u, g }, member)) {
			out->where = arena_printf(l->arena, "'%s' in line %u has none", g->name,
						  g->loc.line);
			out->doubt = "whether that table is used here is not known";
			return true;
		}
	return false;
}

bool lacking_in_any_table(struct lackings *l, size_t driver, const char *member,
			  struct lacking *out)
{
	if (!prepare_is_initialised(l->prepared, member))
		return false;
	for (size_t i = 0; i < l->prog->units.n; i++)
		if (program_driver(l->prog, l->prog->units.v[i]) == driver &&
		    unit_lacks(l, driver, l->prog->units.v[i], member, out))
			return true;
	return false;
}

/* ---- code ---- */

/* A function on its way through the scan, for one member. */
struct scan {
	struct lackings *l;
	struct ir_unit *unit;
	const struct ir_func *func;
	const char *member;
	bool *stores;  /* by block */
	bool *reached; /* by block: over ways without a store */
	struct loc loc;
	size_t nstores;
	bool others; /* something that is no function is stored */
};

static void find_stores(struct scan *s)
{
	const char **place = arena_array(s->l->arena, s->func->ntmps + 1, sizeof(*place));

	for (uint32_t b = 0; b < s->func->blocks.n; b++)
		vec_for_each_ptr(struct ir_insn, in, &s->func->blocks.v[b].insns) {
			if (in->op == OP_FIELD)
				place[in->dst] = in->text;
			if (in->op != OP_STORE || in->arg[0].kind != REF_TMP ||
			    !place[in->arg[0].idx] || strcmp(place[in->arg[0].idx], s->member))
				continue;
			s->nstores++;
			s->stores[b] = true;
			s->loc = in->loc;
			s->others |= in->arg[1].kind != REF_FUNC;
		}
}

static void reach(struct scan *s, uint32_t b)
{
	const struct ir_block *block = &s->func->blocks.v[b];
	const struct ir_insn *end = &block->insns.v[block->insns.n - 1];

	if (s->reached[b] || s->stores[b])
		return;
	s->reached[b] = true;
	for (size_t i = 0; i < ir_succ_count(end); i++)
		reach(s, ir_succ(end, i));
}

static bool registers(struct lackings *l, struct ir_unit *u, const struct ir_block *b, int depth);

static bool call_registers(struct lackings *l, struct func_id id, int depth)
{
	const char *name = id.func->name;

	if (strstr(name, "create_file") || strstr(name, "create_group") ||
	    strstr(name, "add_group") || strstr(name, "register"))
		return true;
	if (!id.func->is_defined || !depth)
		return false;
	vec_for_each_ptr(const struct ir_block, b, &id.func->blocks)
		if (registers(l, id.unit, b, depth - 1))
			return true;
	return false;
}

/* Whether @b makes files or devices known to user space, itself or in a function it calls. */
static bool registers(struct lackings *l, struct ir_unit *u, const struct ir_block *b, int depth)
{
	vec_for_each_ptr(const struct ir_insn, in, &b->insns)
		if (in->op == OP_CALL &&
		    call_registers(l, program_func(l->prog, u, in->call->callee.idx), depth))
			return true;
	return false;
}

enum way { NO_WAY, MAYBE_A_WAY, A_WAY };

/* Whether what a block returns says that all went well. */
static enum way returns_well(const struct scan *s, const struct ir_block *b)
{
	const struct ir_insn *end = &b->insns.v[b->insns.n - 1];

	if (end->op != OP_RET)
		return NO_WAY;
	if (end->arg[0].kind == REF_NONE)
		return A_WAY;
	if (end->arg[0].kind == REF_CONST)
		return s->unit->consts.v[end->arg[0].idx].value == 0 ? A_WAY : NO_WAY;
	return MAYBE_A_WAY;
}

/* The best of the ways around all stores. */
static enum way way_around(struct scan *s)
{
	bool any_registers = false, around_registers = false;
	enum way best = NO_WAY;

	reach(s, 0);
	for (uint32_t b = 0; b < s->func->blocks.n; b++) {
		const struct ir_block *block = &s->func->blocks.v[b];
		enum way w = s->reached[b] ? returns_well(s, block) : NO_WAY;

		best = w > best ? w : best;
		any_registers |= registers(s->l, s->unit, block, CALLS_DEEP);
		around_registers |= s->reached[b] && registers(s->l, s->unit, block, CALLS_DEEP);
	}
	return any_registers && !around_registers ? NO_WAY : best;
}

static void note_code(struct lackings *l, const struct scan *s, enum way way)
{
	const char *key = code_key(l, program_driver(l->prog, s->unit), s->member);
	struct setting_code *c = map_get(l->code, key);

	if (!c) {
		c = arena_new_of(l->arena, struct setting_code);
		*c = (struct setting_code){ .loc = s->loc };
		map_put(l->code, key, c);
	}
	c->functions++;
	c->is_always |= way == NO_WAY || s->others;
	c->is_doubtful |= way == MAYBE_A_WAY || s->nstores > 1;
}

static void scan_member(struct lackings *l, struct ir_unit *u, const struct ir_func *f,
			const char *member)
{
	struct scan s = { .l = l, .unit = u, .func = f, .member = member };

	s.stores = arena_array(l->arena, f->blocks.n + 1, sizeof(*s.stores));
	s.reached = arena_array(l->arena, f->blocks.n + 1, sizeof(*s.reached));
	find_stores(&s);
	if (s.nstores)
		note_code(l, &s, way_around(&s));
}

/* Each member that a function is stored in, once. */
static void scan_func(struct lackings *l, struct ir_unit *u, const struct ir_func *f)
{
	const char **place = arena_array(l->arena, f->ntmps + 1, sizeof(*place));
	struct map *seen = map_new(l->arena);

	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns) {
			const char *member;

			if (in->op == OP_FIELD)
				place[in->dst] = in->text;
			if (in->op != OP_STORE || in->arg[0].kind != REF_TMP)
				continue;
			member = place[in->arg[0].idx];
			if (!member || !prepare_bound(l->prepared, member) || map_get(seen, member))
				continue;
			map_put(seen, member, l);
			scan_member(l, u, f, member);
		}
}

bool lacking_in_code(struct lackings *l, size_t driver, const char *member, struct lacking *out)
{
	const struct setting_code *c = map_get(l->code, code_key(l, driver, member));

	if (!c || c->is_always || prepare_is_initialised(l->prepared, member))
		return false;
	out->where = arena_printf(l->arena, "line %u sets it under a condition", c->loc.line);
	out->doubt = c->functions > 1 || c->is_doubtful
			     ? "whether it is set elsewhere in that case is not known"
			     : NULL;
	return true;
}

struct lackings *lackings_find(struct arena *a, const struct program *prog,
			       const struct prepared *prepared, struct targets *targets)
{
	struct lackings *l = arena_new_of(a, struct lackings);

	*l = (struct lackings){ .arena = a,
				.prog = prog,
				.prepared = prepared,
				.targets = targets,
				.code = map_new(a) };
	for (size_t i = 0; i < prog->units.n; i++)
		vec_for_each_ptr(struct ir_func, f, &prog->units.v[i]->funcs)
			scan_func(l, prog->units.v[i], f);
	return l;
}
