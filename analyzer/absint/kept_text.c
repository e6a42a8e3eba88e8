// SPDX-License-Identifier: MIT
/*
 * What a place of the driver may hold, from the writes that there are to it.
 *
 * A write is looked at where it stands, without the paths that lead to it: its
 * format and literals are known, numbers are any of their type, and strings of
 * other places are what those hold. One write that is not understood spoils
 * the place.
 */
#include "absint/kept.h"
#include "absint/memory.h"
#include "absint/prepare.h"

#define MAX_DEPTH  4
#define MAX_WRITES 32
#define SPARE_ARGS 16 /* parameters that a call leaves out */

/* One write being looked at. */
struct viewing {
	struct engine *e;
	struct state *s; /* knows nothing */
	const struct kept_write *w;
	int depth;
};

static bool place_text(struct engine *e, const struct kept_place *p, const char *name, int depth,
		       struct text *t);

/* ---- operands ---- */

static const struct ir_insn *maker_of(const struct ir_func *f, uint32_t tmp)
{
	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns)
			if (ir_result_type(in) != IRT_VOID && in->dst == tmp)
				return in;
	return NULL;
}

static struct aval any_value(struct viewing *v, enum ir_type t)
{
	struct sym_spec spec = { .range = type_range(t), .doubt = "it was set elsewhere" };

	return sym_fresh(&v->e->syms, &spec);
}

/* A pointer to what the member @name holds or points to. */
static struct aval pointer_to_member(struct viewing *v, const char *name)
{
	const struct kept_place *p = kept_member(prepare_kept(v->e->prepared), name);
	struct aval a = any_value(v, IRT_PTR);
	struct extent x = { .name = name };
	struct text t;

	a.extent = &x;
	if (member_text(v->e, a, &t))
		text_at_pointer(v->e, a.sym, &t);
	a.extent = NULL;
	if (p && v->depth < MAX_DEPTH && place_text(v->e, p, name, v->depth + 1, &t))
		text_at_pointer(v->e, a.sym, &t);
	return a;
}

static struct aval view(struct viewing *v, struct ir_ref r, int steps);

/* What is loaded from a local that is set in one place only. */
static bool view_local(struct viewing *v, struct ir_ref local, int steps, struct aval *out)
{
	const struct ir_func *f = v->w->func.func;
	const struct ir_insn *store = NULL;

	if (f->locals.v[local.idx].is_param)
		return false;
	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns) {
			if (in->op != OP_STORE || in->arg[0].kind != REF_LOCAL ||
			    in->arg[0].idx != local.idx)
				continue;
			if (store)
				return false;
			store = in;
		}
	if (!store)
		return false;
	*out = view(v, store->arg[1], steps + 1);
	return true;
}

/* Whether @a points into a constant, which reads the same from everywhere. */
static bool is_constant(const struct engine *e, struct aval a)
{
	return a.region && region_get(e, a.region)->kind == REGION_GLOBAL &&
	       region_get(e, a.region)->fill == FILL_INIT;
}

static struct aval view_load(struct viewing *v, const struct ir_insn *in, int steps)
{
	const struct ir_insn *from;
	struct aval out;

	if (in->arg[0].kind == REF_LOCAL && view_local(v, in->arg[0], steps, &out))
		return out;
	out = view(v, in->arg[0], steps + 1);
	if (is_constant(v->e, out))
		return mem_load(v->e, v->s, out, in->type);
	from = in->arg[0].kind == REF_TMP ? maker_of(v->w->func.func, in->arg[0].idx) : NULL;
	if (in->type == IRT_PTR && from && from->op == OP_FIELD)
		return pointer_to_member(v, from->text);
	return any_value(v, in->type);
}

static struct aval view_call(struct viewing *v, const struct ir_insn *in)
{
	const struct ir_func *f =
		program_func(v->e->prog, v->w->func.unit, in->call->callee.idx).func;
	const struct model *m = model_find(v->e->models, f->name);
	const struct model_ret *r = m && m->cases.n == 1 ? &m->cases.v[0].ret : NULL;

	if (!r || (r->kind != MR_ONE_OF && r->kind != MR_TEXT))
		return any_value(v, in->type);
	return constant_text(v->e, r, value_const(r->size.constant), m->name, NULL);
}

static struct aval view_tmp(struct viewing *v, const struct ir_insn *in, int steps)
{
	struct aval out;

	switch (in->op) {
	case OP_CAST:
		return cast_value(v->e, v->s, view(v, in->arg[0], steps + 1), in->type);
	case OP_LOAD:
		return view_load(v, in, steps);
	case OP_FIELD:
		out = view(v, in->arg[0], steps + 1);
		if (!is_constant(v->e, out))
			return pointer_to_member(v, in->text);
		return value_add(&v->e->syms, out, value_const((wide)in->offset));
	case OP_INDEX:
		out = view(v, in->arg[1], steps + 1);
		out = value_scale(&v->e->syms, out, (wide)in->size);
		return value_add(&v->e->syms, view(v, in->arg[0], steps + 1), out);
	case OP_CALL:
		return view_call(v, in);
	default:
		return any_value(v, ir_result_type(in));
	}
}

/* The value of @r as far as it can be told without knowing how it was reached. */
static struct aval view(struct viewing *v, struct ir_ref r, int steps)
{
	struct ir_unit *u = v->w->func.unit;
	const struct ir_insn *in;

	switch (r.kind) {
	case REF_CONST:
		return value_const(u->consts.v[r.idx].value);
	case REF_GLOBAL:
		return value_address(region_of_global(v->e, program_global(v->e->prog, u, r.idx)),
				     0);
	case REF_TMP:
		in = maker_of(v->w->func.func, r.idx);
		return in && steps < 8 ? view_tmp(v, in, steps) : any_value(v, IRT_PTR);
	default:
		return any_value(v, IRT_PTR);
	}
}

/* ---- writes ---- */

static bool view_effect(struct viewing *v, const struct model *m, const struct model_effect *f,
			const struct call_site *c, struct text *t)
{
	struct engine *e = v->e;
	struct aval zero = value_const(0);
	unsigned int deps = 0;
	const char *format;
	size_t n;

	switch (f->kind) {
	case ME_PRINT:
		format = mem_literal(e, v->s, c->args[f->format], &n);
		if (!format || f->va_list_args)
			return false;
		*t = format_text(e, v->s, format, n, c, m->nparams, NULL, &deps);
		return true;
	case ME_COPY_STRING:
	case ME_COPY_BYTES:
		*t = mem_text(e, v->s, c->args[f->from]);
		return !t->is_guess;
	case ME_TEXT:
		*t = text_of_model(e, f, zero, m->name);
		return true;
	case ME_FILL:
		*t = text_of_bytes(e, "", 0);
		return f->value.kind == MR_CONST ||
		       (f->value.kind == MR_ARG && value_same(c->args[f->value.param], zero));
	default:
		return false;
	}
}

/* What the effects on @to of the model of a call write; @to MODEL_NONE: to what it returns. */
static bool view_call_text(struct viewing *v, const struct ir_insn *in, int to, struct text *t)
{
	const struct ir_func *f =
		program_func(v->e->prog, v->w->func.unit, in->call->callee.idx).func;
	const struct model *m = model_find(v->e->models, f->name);
	struct call_site c = { .insn = in, .nargs = in->call->nargs };
	struct aval *args = arena_array(v->e->arena, c.nargs + SPARE_ARGS, sizeof(*args));
	bool found = false;
	struct text one = { 0 };

	c.args = args;
	for (size_t i = 0; i < c.nargs; i++)
		args[i] = view(v, in->call->args[i], 0);
	for (size_t i = 0; m && i < m->cases.n; i++)
		vec_for_each_ptr(struct model_effect, x, &m->cases.v[i].effects) {
			if (x->to != to || x->kind == ME_CUT || x->kind == ME_READS ||
			    x->kind == ME_LOG)
				continue;
			if (!view_effect(v, m, x, &c, &one))
				return false;
			*t = found ? text_any_of(t, &one) : one;
			found = true;
		}
	return found;
}

static bool view_store(struct viewing *v, const struct ir_insn *in, struct text *t)
{
	const struct ir_insn *made =
		in->arg[1].kind == REF_TMP ? maker_of(v->w->func.func, in->arg[1].idx) : NULL;
	struct charset set;
	struct aval value;
	const char *doubt;

	if (in->type == IRT_PTR && made && made->op == OP_CALL &&
	    view_call_text(v, made, MODEL_NONE, t))
		return true;
	value = view(v, in->arg[1], 0);
	if (in->type != IRT_PTR) {
		set = charset_of_value(v->e, v->s, value, &doubt);
		*t = text_of_set(v->e, value_const(1), set, "a stored byte", doubt);
		return true;
	}
	if (value_is_const(value)) { /* NULL */
		*t = text_of_bytes(v->e, "", 0);
		return true;
	}
	*t = mem_text(v->e, v->s, value);
	return !t->is_guess;
}

static bool view_bytes(struct viewing *v, struct text *t)
{
	const struct kept_write *w = v->w;
	char *bytes = arena_array(v->e->arena, w->size + 1, 1);
	size_t n = 0;

	for (size_t i = 0; w->global.global->bytes && i < w->size; i++)
		bytes[i] = w->from + i < w->global.global->nbytes
				   ? w->global.global->bytes[w->from + i]
				   : '\0';
	vec_for_each_ptr(struct ir_init, in, &w->global.global->inits)
		if (in->offset >= w->from && in->offset < w->from + w->size &&
		    in->value.kind == REF_CONST)
			bytes[in->offset - w->from] =
				(char)w->global.unit->consts.v[in->value.idx].value;
	while (n < w->size && bytes[n])
		n++;
	*t = text_of_bytes(v->e, bytes, n);
	return !w->global.global->is_opaque;
}

static bool view_write(struct viewing *v, struct text *t)
{
	const struct kept_write *w = v->w;

	if (w->is_bytes)
		return view_bytes(v, t);
	if (w->init) {
		struct aval a = constant_of_init(v->e, w->global, w->init);

		*t = mem_text(v->e, v->s, a);
		return !t->is_guess;
	}
	if (w->insn->op == OP_STORE)
		return view_store(v, w->insn, t);
	if (w->insn->op == OP_MOVE) {
		*t = mem_text(v->e, v->s, view(v, w->insn->arg[1], 0));
		return !t->is_guess;
	}
	return w->insn->op == OP_CALL && view_call_text(v, w->insn, (int)w->param, t);
}

/* ---- places ---- */

/* Several strings may be there; a single byte that is stored makes any length possible. */
static void add_text(struct engine *e, struct state *s, struct text *all, const struct text *t,
		     struct range *lengths, bool is_byte)
{
	struct range r = is_byte ? range_of(0, INT32_MAX) : eval(e, s, t->length);

	*lengths = range_union(lengths, &r);
	*all = text_any_of(all, t);
	all->body = charset_union(all->body, is_byte ? t->last : t->body);
}

static bool place_text(struct engine *e, const struct kept_place *p, const char *name, int depth,
		       struct text *t)
{
	struct range lengths = { .n = 0 };
	struct state *s = state_new(e->arena);
	struct loc here = e->at;
	struct sym_spec spec;
	struct text one = { 0 };
	bool known = p->writes.n <= MAX_WRITES;

	*t = text_of_bytes(e, "", 0);
	if (p->writes.n > 1)
		lengths = range_single(0); /* before anything else is written */
	for (size_t i = 0; known && i < p->writes.n; i++) {
		struct viewing v = { e, s, &p->writes.v[i], depth };
		bool is_byte = v.w->insn && v.w->insn->op == OP_STORE && v.w->insn->type != IRT_PTR;

		known = view_write(&v, &one);
		if (known)
			add_text(e, s, t, &one, &lengths, is_byte);
	}
	e->at = here;
	for (int i = 0; i < TEXT_TRAIT_NR; i++)
		if (t->blame[i].what && !t->blame[i].doubt && p->writes.n > 1)
			t->blame[i].doubt = arena_printf(
				e->out, "which of its strings '%s' holds is not known", name);
	spec = (struct sym_spec){ .range = lengths };
	if (p->writes.n > 1 || value_doubt(&e->syms, one.length))
		spec.doubt =
			arena_printf(e->out, "how long the string in '%s' is is not known", name);
	if (range_is_empty(&spec.range))
		known = false;
	else
		t->length = sym_fresh(&e->syms, &spec);
	t->is_guess = t->is_open = false;
	return known;
}

bool kept_text(struct engine *e, struct aval a, struct text *t)
{
	const struct region *r = region_get(e, a.region);
	const struct kept *k = prepare_kept(e->prepared);
	const struct kept_place *p = NULL;
	const char *name = a.extent ? a.extent->name : NULL;

	if (e->trial || !k || (r->kind != REGION_OUTSIDE && r->kind != REGION_GLOBAL))
		return false;
	/* a number of one byte is no string, and what others define they write */
	if (name && a.extent->size > 1)
		p = kept_member(k, name);
	else if (!name && r->kind == REGION_GLOBAL && r->global.global->is_defined &&
		 r->global.global->size > 1)
		p = kept_global(k, r->global.global);
	return p && place_text(e, p, name ? name : r->name, 0, t);
}
