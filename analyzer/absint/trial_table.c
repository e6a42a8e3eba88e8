// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/trial.h"
#include "absint/trial_table.h"
#include "ir/sig.h"

#define MAX_ROWS 64

struct row {
	struct global_id global;
	uint64_t offset;
};

struct trial_table {
	struct ir_unit *unit; /* that has the struct as the number @type */
	int32_t type;
	VEC(struct row) rows;
};

/* ---- types ---- */

static bool is_tag(const struct ir_unit *u, int32_t t, const char *tag)
{
	return t >= 0 && u->ctypes.v[t].kind == CT_STRUCT && u->ctypes.v[t].name &&
	       !strcmp(u->ctypes.v[t].name, tag);
}

static const struct ir_field *find_field(const struct ir_unit *u, int32_t t, const char *name)
{
	for (size_t i = 0; i < u->ctypes.v[t].nfields; i++)
		if (!strcmp(u->ctypes.v[t].fields[i].name, name))
			return &u->ctypes.v[t].fields[i];
	return NULL;
}

static char *tag_of(struct engine *e, const char *key)
{
	const char *dot = strchr(key, '.');

	return dot ? arena_strndup(e->arena, key, (size_t)(dot - key)) : NULL;
}

/* Whether there may be objects inside others of the driver's. */
static bool is_embedded(const struct ir_unit *u, const char *tag)
{
	vec_for_each_ptr(const struct ir_ctype, c, &u->ctypes)
		for (size_t i = 0; c->kind == CT_STRUCT && i < c->nfields; i++)
			if (is_tag(u, ir_strip_arrays(u, c->fields[i].ctype), tag))
				return true;
	return false;
}

/* ---- writes ---- */

struct looking {
	struct engine *e;
	struct ir_unit *unit;
	const char *tag;
	bool *is_inside; /* by temporary: the address of something in such a struct */
};

static bool is_inside(const struct looking *l, struct ir_ref r)
{
	return r.kind == REF_TMP && l->is_inside[r.idx];
}

static bool is_member(const char *text, const char *tag)
{
	size_t n = strlen(tag);

	return text && !strncmp(text, tag, n) && text[n] == '.';
}

static bool callee_writes(const struct looking *l, const struct ir_insn *in, size_t i)
{
	const struct ir_func *f;
	const struct model *m;

	if (in->op != OP_CALL)
		return true;
	f = program_func(l->e->prog, l->unit, in->call->callee.idx).func;
	m = model_find(l->e->models, f->name);
	if (!m)
		return !sig_param_is_const(f->sig, i);
	vec_for_each_ptr(const struct model_case, c, &m->cases)
		vec_for_each_ptr(const struct model_effect, x, &c->effects)
			if (model_writes_to(m, x, i))
				return true;
	return false;
}

static bool insn_writes(const struct looking *l, const struct ir_insn *in)
{
	switch (in->op) {
	case OP_FIELD:
		l->is_inside[in->dst] = is_member(in->text, l->tag) || is_inside(l, in->arg[0]);
		return false;
	case OP_INDEX:
	case OP_CAST:
		l->is_inside[in->dst] = is_inside(l, in->arg[0]);
		return false;
	case OP_STORE:
	case OP_MOVE:
	case OP_ZERO:
		return is_inside(l, in->arg[0]);
	default:
		for (size_t i = 0; in->call && i < in->call->nargs; i++)
			if (is_inside(l, in->call->args[i]) && callee_writes(l, in, i))
				return true;
		return false;
	}
}

/* Whether code of @u writes to a member: then there are others than what initialisers made. */
static bool is_written(struct engine *e, struct ir_unit *u, const char *tag)
{
	vec_for_each_ptr(const struct ir_func, f, &u->funcs) {
		struct looking l = { e, u, tag, arena_array(e->arena, f->ntmps + 1, sizeof(bool)) };

		if (!f->is_defined || f->in_header)
			continue;
		vec_for_each_ptr(const struct ir_block, b, &f->blocks)
			vec_for_each_ptr(const struct ir_insn, in, &b->insns)
				if (insn_writes(&l, in))
					return true;
	}
	return false;
}

/* ---- rows ---- */

/* An entry without initialiser ends a table. */
static bool has_content(const struct ir_global *g, uint64_t offset, uint64_t size)
{
	vec_for_each_ptr(const struct ir_init, in, &g->inits)
		if (in->offset >= offset && in->offset < offset + size)
			return true;
	return false;
}

static bool add_rows(struct engine *e, struct trial_table *t, struct global_id g)
{
	uint64_t size = g.unit->ctypes.v[ir_strip_arrays(g.unit, g.global->ctype)].size;
	uint64_t all = g.unit->ctypes.v[g.global->ctype].size;

	if (!g.global->is_defined || g.global->is_opaque || g.global->bytes || !size)
		return false;
	t->unit = g.unit;
	t->type = ir_strip_arrays(g.unit, g.global->ctype);
	for (uint64_t at = 0; at + size <= all; at += size) {
		if (!has_content(g.global, at, size))
			continue;
		if (t->rows.n == MAX_ROWS)
			return false;
		*vec_push(e->trial->setting->arena, &t->rows) = (struct row){ g, at };
	}
	return true;
}

static bool fill(struct engine *e, struct trial_table *t, const char *tag)
{
	for (size_t i = 0; i < e->prog->units.n; i++) {
		struct ir_unit *u = e->prog->units.v[i];

		if (u->status != UNIT_ANALYZED || is_embedded(u, tag) || is_written(e, u, tag))
			return false;
		vec_for_each_ptr(struct ir_global, g, &u->globals)
			if (g->is_defined && is_tag(u, ir_strip_arrays(u, g->ctype), tag) &&
			    !add_rows(e, t, (struct global_id){ u, g }))
				return false;
	}
	return true;
}

static const struct trial_table *table_of(struct engine *e, const char *tag)
{
	struct setting *set = e->trial->setting;
	struct trial_table *t = map_get(set->tables, tag);

	if (t)
		return t;
	t = arena_new_of(set->arena, struct trial_table);
	if (!fill(e, t, tag))
		t->rows.n = 0;
	map_put(set->tables, arena_strdup(set->arena, tag), t);
	return t;
}

/* ---- questions ---- */

static struct aval row_of(struct engine *e, const struct trial_table *t, const char *tag)
{
	struct range any = range_of(0, (wide)t->rows.n - 1);
	const char *key = arena_printf(e->arena, TRIAL_ROW_OF "%s", tag);
	wide n;

	if (!t->rows.n)
		return value_const(0);
	n = range_nearest(&any,
			  setting_number(e->trial->setting, trial_place(e, key, USE_NUMBER), &any));
	return value_address(region_of_global(e, t->rows.v[n].global), (wide)t->rows.v[n].offset);
}

struct aval trial_row_member(struct engine *e, const char *key, wide offset)
{
	const char *tag = tag_of(e, key);
	const struct trial_table *t = tag ? table_of(e, tag) : NULL;
	const struct ir_field *f =
		t && t->rows.n ? find_field(t->unit, t->type, strchr(key, '.') + 1) : NULL;
	struct aval row = f ? row_of(e, t, tag) : value_const(0);

	if (row.region)
		row.k += (wide)f->offset + offset;
	return row;
}

struct aval trial_row_led_to(struct engine *e, const char *key)
{
	const char *tag = tag_of(e, key);

	for (size_t i = 0; tag && i < e->prog->units.n; i++) {
		const struct ir_unit *u = e->prog->units.v[i];

		for (int32_t k = 0; k < (int32_t)u->ctypes.n; k++) {
			const struct ir_field *f =
				is_tag(u, k, tag) ? find_field(u, k, strchr(key, '.') + 1) : NULL;
			int32_t to = f && f->ctype >= 0 && u->ctypes.v[f->ctype].kind == CT_POINTER
					     ? u->ctypes.v[f->ctype].elem
					     : -1;

			if (to >= 0 && u->ctypes.v[to].kind == CT_STRUCT && u->ctypes.v[to].name)
				return row_of(e, table_of(e, u->ctypes.v[to].name),
					      u->ctypes.v[to].name);
		}
	}
	return value_const(0);
}
