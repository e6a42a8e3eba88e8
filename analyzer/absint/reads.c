// SPDX-License-Identifier: MIT
/*
 * Every load of the place is followed through temporaries and locals of its
 * function, without regard to order, until nothing new is found. One that ends
 * anywhere but in the place's own next value, a message or a printed text
 * makes the place one that decides. Asked for a few places only, so each is
 * looked for when it is asked for, in the functions of the driver's own files.
 */
#include <string.h>

#include "absint/reads.h"
#include "base/map.h"

struct reads {
	struct arena *arena;
	const struct program *prog;
	const struct models *models;
	struct map *known; /* key to struct place_reads */
};

/* A function being looked at: what each temporary is the address of. */
struct scan {
	struct reads *r;
	struct arena *arena;
	struct place_reads *found;
	struct ir_unit *unit;
	struct ir_func *func;
	const char **address; /* by temporary: key of a place, or NULL */
	uint64_t *size;	      /* by temporary: bytes of the member */
	const char *key;      /* of the place asked for */
	bool *tmp, *local;    /* what the loaded value went into */
	bool has_grown;
};

static const char *global_key(struct arena *a, const struct ir_global *g)
{
	return arena_printf(a, "%p", (const void *)g);
}

/* ---- addresses ---- */

static const char *address_of(const struct scan *s, struct ir_ref ref)
{
	if (ref.kind == REF_GLOBAL)
		return global_key(s->arena, program_global(s->r->prog, s->unit, ref.idx).global);
	return ref.kind == REF_TMP ? s->address[ref.idx] : NULL;
}

/* The same naming as exec.c's do_field(): a member that fills another goes by its name. */
static void note_address(struct scan *s, const struct ir_insn *in)
{
	const struct ir_ref base = in->arg[0];
	bool known = base.kind == REF_TMP;

	if (in->op == OP_INDEX || in->op == OP_CAST) {
		s->address[in->dst] = address_of(s, base);
		s->size[in->dst] = known ? s->size[base.idx] : 0;
	} else if (in->op == OP_FIELD) {
		bool whole = known && s->address[base.idx] && !in->offset &&
			     s->size[base.idx] == in->size;

		s->address[in->dst] = whole ? s->address[base.idx] : in->text;
		s->size[in->dst] = in->size;
	}
}

static void note_addresses(struct scan *s)
{
	s->address = arena_array(s->arena, s->func->ntmps + 1, sizeof(*s->address));
	s->size = arena_array(s->arena, s->func->ntmps + 1, sizeof(*s->size));
	vec_for_each_ptr(struct ir_block, b, &s->func->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns)
			note_address(s, in);
}

/* ---- callees ---- */

static const struct model *model_of(const struct scan *s, const struct ir_insn *in)
{
	const struct ir_func *f;

	if (in->op != OP_CALL)
		return NULL;
	f = program_func(s->r->prog, s->unit, in->call->callee.idx).func;
	return f->is_defined && !f->in_header ? NULL : model_find(s->r->models, f->name);
}

static bool model_has(const struct model *m, enum model_effect_kind kind, int to)
{
	vec_for_each_ptr(struct model_case, c, &m->cases)
		vec_for_each_ptr(struct model_effect, f, &c->effects)
			if (f->kind == kind && (to < 0 || f->to == to))
				return true;
	return false;
}

/* ---- where a value goes ---- */

static bool is_key(const struct scan *s, struct ir_ref ref)
{
	const char *key = address_of(s, ref);

	return key && !strcmp(key, s->key);
}

static bool is_tainted(const struct scan *s, struct ir_ref ref)
{
	return ref.kind == REF_TMP && s->tmp[ref.idx];
}

static void taint(struct scan *s, bool *what)
{
	s->has_grown |= !*what;
	*what = true;
}

/* Where a call of @in takes the value or the address of the place. */
static void follow_call(struct scan *s, const struct ir_insn *in)
{
	const struct model *m = model_of(s, in);
	bool value = false, address = false;

	for (size_t i = 0; i < in->call->nargs; i++) {
		value |= is_tainted(s, in->call->args[i]);
		address |= is_key(s, in->call->args[i]);
	}
	if (!value && !address)
		return;
	if (!m)
		s->found->decides = true;
	else if (value && model_has(m, ME_PRINT, -1))
		*vec_push(s->r->arena, &s->found->printers) = s->func;
	else if (value && model_has(m, ME_LOG, MODEL_NONE))
		return;
	else if (value && !m->pure)
		s->found->decides = true;
	else if (ir_result_type(in) != IRT_VOID)
		taint(s, &s->tmp[in->dst]);
}

static void follow_store(struct scan *s, const struct ir_insn *in)
{
	if (is_tainted(s, in->arg[0]))
		s->found->decides = true;
	if (is_key(s, in->arg[1]))
		s->found->decides = true; /* the address itself is kept somewhere */
	if (!is_tainted(s, in->arg[1]) || is_key(s, in->arg[0]))
		return;
	if (in->arg[0].kind == REF_LOCAL)
		taint(s, &s->local[in->arg[0].idx]);
	else
		s->found->decides = true;
}

static void follow_load(struct scan *s, const struct ir_insn *in)
{
	if (is_tainted(s, in->arg[0]))
		s->found->decides = true;
	if (is_key(s, in->arg[0]) || (in->arg[0].kind == REF_LOCAL && s->local[in->arg[0].idx]))
		taint(s, &s->tmp[in->dst]);
}

static void follow(struct scan *s, const struct ir_insn *in)
{
	switch (in->op) {
	case OP_LOAD:
		follow_load(s, in);
		return;
	case OP_STORE:
		follow_store(s, in);
		return;
	case OP_CALL:
	case OP_ICALL:
		follow_call(s, in);
		return;
	case OP_MOVE:
		s->found->decides |= is_key(s, in->arg[0]) || is_key(s, in->arg[1]);
		return;
	default:
		if (!is_tainted(s, in->arg[0]) && !is_tainted(s, in->arg[1]))
			return;
		if (ir_result_type(in) == IRT_VOID || in->op == OP_FIELD || in->op == OP_INDEX)
			s->found->decides = true; /* a branch, a return, an address */
		else
			taint(s, &s->tmp[in->dst]);
	}
}

static void follow_all(struct scan *s)
{
	note_addresses(s);
	s->tmp = arena_array(s->arena, s->func->ntmps + 1, sizeof(*s->tmp));
	s->local = arena_array(s->arena, s->func->locals.n + 1, sizeof(*s->local));
	do {
		s->has_grown = false;
		vec_for_each_ptr(struct ir_block, b, &s->func->blocks)
			vec_for_each_ptr(struct ir_insn, in, &b->insns)
				follow(s, in);
	} while (s->has_grown && !s->found->decides);
}

/* ---- the whole driver ---- */

static void search(struct reads *r, const char *key, struct place_reads *found)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < r->prog->units.n; i++) {
		struct ir_unit *u = r->prog->units.v[i];

		vec_for_each_ptr(struct ir_func, f, &u->funcs) {
			struct scan s = {
				.r = r, .arena = a, .found = found, .unit = u, .func = f, .key = key
			};

			if (f->is_defined && !f->in_header && !found->decides)
				follow_all(&s);
		}
	}
	arena_drop(a);
}

struct reads *reads_new(struct arena *a, const struct program *p, const struct models *m)
{
	struct reads *r = arena_new_of(a, struct reads);

	*r = (struct reads){ .arena = a, .prog = p, .models = m, .known = map_new(a) };
	return r;
}

const struct place_reads *reads_of(struct reads *r, const char *member,
				   const struct ir_global *global)
{
	const char *key = member ? member : global ? global_key(r->arena, global) : NULL;
	struct place_reads *found = key ? map_get(r->known, key) : NULL;

	if (found || !key)
		return found;
	found = arena_new_of(r->arena, struct place_reads);
	map_put(r->known, key, found);
	search(r, key, found);
	return found;
}
