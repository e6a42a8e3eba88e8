// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/kept.h"
#include "absint/prepare.h"
#include "absint/provenance.h"
#include "ir/sig.h"
#include "model/model.h"

struct prepared {
	struct arena *arena;
	const struct program *prog;
	const struct models *models;
	struct map *written; /* key: address of the ir_global as text */
	struct kept *kept;
	struct provenance *provenance;
	struct map *bound; /* "struct tag.member" to struct bound_funcs */
	struct map *own;   /* tags of structs that the driver's own files declare */
};

static const char *global_key(struct arena *a, const struct ir_global *g)
{
	return arena_printf(a, "%p", (const void *)g);
}

static void mark_written(struct prepared *p, const struct ir_global *g)
{
	const char *key = global_key(p->arena, g);

	if (!map_get(p->written, key))
		map_put(p->written, key, p);
}

bool prepare_is_constant(const struct prepared *p, const struct ir_global *g)
{
	if (!g->is_defined)
		return false;
	return g->is_const || g->is_literal ||
	       (g->is_static && !map_get(p->written, global_key(p->arena, g)));
}

/* ---- which globals are written ---- */

/* A function on its way through the scan: the global each temporary points into. */
struct scan {
	struct prepared *p;
	struct ir_unit *unit;
	struct ir_func *func;
	const struct ir_global **into; /* by temporary, NULL: none */
};

static const struct ir_global *points_into(const struct scan *s, struct ir_ref r)
{
	if (r.kind == REF_GLOBAL)
		return program_global(s->p->prog, s->unit, r.idx).global;
	return r.kind == REF_TMP ? s->into[r.idx] : NULL;
}

static void escapes(const struct scan *s, struct ir_ref r)
{
	const struct ir_global *g = points_into(s, r);

	if (g)
		mark_written(s->p, g);
}

/* Whether a modelled callee writes through its argument @n, or lets others do so. */
static bool model_writes(const struct model *m, size_t n)
{
	static const bool writes[ME_KIND_NR] = {
		[ME_PRINT] = true, [ME_COPY_STRING] = true, [ME_COPY_BYTES] = true,
		[ME_FILL] = true,  [ME_STORE] = true,	    [ME_CHANGE] = true,
		[ME_CUT] = true,   [ME_KEEPS] = true,
	};

	vec_for_each_ptr(struct model_case, c, &m->cases)
		vec_for_each_ptr(struct model_effect, f, &c->effects)
			if ((writes[f->kind] && f->to == (int)n) || f->kind == ME_SCAN)
				return true;
	return false;
}

static void scan_call(const struct scan *s, const struct ir_insn *in)
{
	const struct ir_func *f = NULL;
	const struct model *m = NULL;

	if (in->op == OP_CALL)
		f = program_func(s->p->prog, s->unit, in->call->callee.idx).func;
	if (f)
		m = model_find(s->p->models, f->name);
	for (size_t i = 0; i < in->call->nargs; i++)
		if (m ? model_writes(m, i) : !f || !sig_param_is_const(f->sig, i))
			escapes(s, in->call->args[i]);
}

static void scan_insn(const struct scan *s, const struct ir_insn *in)
{
	switch (in->op) {
	case OP_LOAD:
		return;
	case OP_FIELD:
	case OP_INDEX:
	case OP_CAST:
		s->into[in->dst] = points_into(s, in->arg[0]);
		return;
	case OP_MOVE:
		escapes(s, in->arg[0]);
		return;
	case OP_CALL:
	case OP_ICALL:
	case OP_ASM:
		if (in->call)
			scan_call(s, in);
		return;
	default:
		escapes(s, in->arg[0]);
		escapes(s, in->arg[1]);
	}
}

static void scan_func(struct prepared *p, struct ir_unit *u, struct ir_func *f)
{
	struct scan s = { .p = p, .unit = u, .func = f };

	s.into = arena_array(p->arena, f->ntmps + 1, sizeof(*s.into));
	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns)
			scan_insn(&s, in);
}

/* ---- which functions a member may hold ---- */

static void bind(struct prepared *p, const char *member, struct func_id f, bool by_init)
{
	struct bound_funcs *b = map_get(p->bound, member);

	if (!b) {
		b = arena_new_of(p->arena, struct bound_funcs);
		map_put(p->bound, member, b);
	}
	b->by_init |= by_init;
	vec_for_each_ptr(struct func_id, have, &b->funcs)
		if (have->func == f.func)
			return;
	*vec_push(p->arena, &b->funcs) = f;
}

const char *prepare_member_at(struct arena *a, const struct ir_unit *u, int32_t t, uint64_t offset)
{
	const char *found = NULL;

	for (int depth = 0; t >= 0 && depth < 32; depth++) {
		const struct ir_ctype *c = &u->ctypes.v[t];
		const struct ir_field *in = NULL;

		if (c->kind == CT_ARRAY && c->elem >= 0 && u->ctypes.v[c->elem].size) {
			offset %= u->ctypes.v[c->elem].size;
			t = c->elem;
			continue;
		}
		for (size_t i = 0; c->kind == CT_STRUCT && i < c->nfields; i++)
			if (c->fields[i].offset <= offset &&
			    (!in || c->fields[i].offset > in->offset))
				in = &c->fields[i];
		if (!in)
			return found;
		found = arena_printf(a, "%s.%s", c->name ? c->name : "", in->name);
		offset -= in->offset;
		t = in->ctype;
	}
	return found;
}

/* Numbers and characters: a constant that points to a variable of these lets others write it. */
static bool is_plain_data(const struct ir_unit *u, const struct ir_global *g)
{
	const struct ir_ctype *c = g->ctype >= 0 ? &u->ctypes.v[g->ctype] : NULL;

	while (c && c->kind == CT_ARRAY)
		c = c->elem >= 0 ? &u->ctypes.v[c->elem] : NULL;
	return c && c->kind == CT_SCALAR;
}

/* A parameter of the module, say, which is written through its description. */
static void bind_pointee(struct prepared *p, struct ir_unit *u, const struct ir_global *holder,
			 struct ir_ref value)
{
	struct global_id to = program_global(p->prog, u, value.idx);

	if (!holder->is_const || is_plain_data(to.unit, to.global))
		mark_written(p, to.global);
}

static void bind_inits(struct prepared *p, struct ir_unit *u, const struct ir_global *g)
{
	vec_for_each_ptr(struct ir_init, in, &g->inits) {
		const char *member;

		if (in->value.kind == REF_GLOBAL)
			bind_pointee(p, u, g, in->value);
		if (in->value.kind != REF_FUNC)
			continue;
		member = prepare_member_at(p->arena, u, g->ctype, in->offset);
		if (member)
			bind(p, member, program_func(p->prog, u, in->value.idx), true);
	}
}

/* x->member = function; at run time. */
static void bind_stores(struct prepared *p, struct ir_unit *u, const struct ir_func *f)
{
	const char **member = arena_array(p->arena, f->ntmps + 1, sizeof(*member));

	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns) {
			if (in->op == OP_FIELD)
				member[in->dst] = in->text;
			if (in->op == OP_STORE && in->arg[1].kind == REF_FUNC &&
			    in->arg[0].kind == REF_TMP && member[in->arg[0].idx])
				bind(p, member[in->arg[0].idx],
				     program_func(p->prog, u, in->arg[1].idx), false);
		}
}

struct prepared *prepare_program(struct arena *a, const struct program *prog,
				 const struct models *models)
{
	struct prepared *p = arena_new_of(a, struct prepared);

	*p = (struct prepared){ .arena = a,
				.prog = prog,
				.models = models,
				.kept = kept_scan(a, prog, models),
				.provenance = provenance_scan(a, prog, models),
				.written = map_new(a),
				.bound = map_new(a),
				.own = map_new(a) };
	for (size_t i = 0; i < prog->units.n; i++) {
		struct ir_unit *u = prog->units.v[i];

		vec_for_each_ptr(const struct ir_ctype, c, &u->ctypes)
			if (c->is_own && c->name)
				map_put(p->own, c->name, p);
		vec_for_each_ptr(struct ir_global, g, &u->globals)
			bind_inits(p, u, g);
		vec_for_each_ptr(struct ir_func, f, &u->funcs) {
			scan_func(p, u, f);
			bind_stores(p, u, f);
		}
	}
	return p;
}

const struct bound_funcs *prepare_bound(const struct prepared *p, const char *member)
{
	return member ? map_get(p->bound, member) : NULL;
}

bool prepare_is_own(const struct prepared *p, const char *member)
{
	const char *dot = strchr(member, '.');

	return dot && map_get(p->own, arena_strndup(p->arena, member, (size_t)(dot - member)));
}

bool prepare_is_initialised(const struct prepared *p, const char *member)
{
	const struct bound_funcs *b = prepare_bound(p, member);

	return b && b->by_init;
}

const struct kept *prepare_kept(const struct prepared *p)
{
	return p ? p->kept : NULL;
}

const struct provenance *prepare_provenance(const struct prepared *p)
{
	return p ? p->provenance : NULL;
}
