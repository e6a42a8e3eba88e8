// SPDX-License-Identifier: MIT
/*
 * A graph of places - locals, members, globals, what pointers lead to - through
 * which sources flow until nothing changes.
 *
 * Every instruction is looked at as a transfer: a store moves what its value is
 * made of to its place, a call of the driver's own function moves arguments to
 * parameters and the other way what is behind pointers, a model tells what a
 * kernel function writes and yields. The sets only grow, so passes over the
 * program end; few drivers need more than three.
 *
 * A pointer is another name of what it leads to. What is written under one name
 * arrives there, what others write there is read under it, and nothing goes
 * from one of several places that a pointer may lead to into the next.
 *
 * Limits: what a condition decides is not followed, as in the interpreter; calls
 * through pointers yield nothing; pointers in memory are not taken for addresses
 * that a number could be made of.
 */
#include "absint/provenance.h"
#include "absint/engine.h"

#define MAX_PASSES 16

enum node_kind {
	NODE_LOCAL,
	NODE_MEMBER,
	NODE_GLOBAL,
	NODE_POINTEE, /* what a pointer in another place leads to */
};

struct node {
	enum node_kind kind;
	struct source_flow flow; /* what may be read there */
	struct source_flow put;	 /* the part of it that is written under this name */
	struct source_flow fill; /* ... as a whole, members and all */
	struct node *pointee;	 /* made when asked for */
	bool is_tied;		 /* a name of other places */
	bool is_copied;		 /* into memory that outlives the function */
};

/* What an address leads to: a place, perhaps a part of another one. */
struct target {
	struct node *place;
	const struct node *whole;
};

/* A value: what it is made of, and what it leads to as an address. */
struct value {
	struct source_flow flow;
	struct target to;
	bool is_const;
	wide k; /* if it is */
};

struct func_nodes {
	struct func_id id;
	struct node *locals;
	struct value *tmps;
	struct value ret;
};

struct provenance {
	struct arena *arena;
	const struct program *prog;
	const struct models *models;
	struct map *places; /* struct node by key */
	struct map *funcs;  /* struct func_nodes by the function's address */
	VEC(struct func_nodes *) all;
	bool changed;
	bool knows_ties; /* then it is told which places are copied */
	bool is_settled; /* the last pass: only whether writes differ is asked */
};

/* ---- places ---- */

static const char *address_text(struct arena *a, const void *p)
{
	return arena_printf(a, "%p", p);
}

static const char *member_place(struct arena *a, const struct program *prog,
				const struct ir_unit *u, const char *member)
{
	return arena_printf(a, "%zu %s", program_driver(prog, u), member);
}

static struct node *node_of(struct provenance *p, const char *key, enum node_kind kind)
{
	struct node *n = map_get(p->places, key);

	if (!n) {
		n = arena_new_of(p->arena, struct node);
		n->kind = kind;
		map_put(p->places, key, n);
	}
	return n;
}

static struct node *node_of_global(struct provenance *p, struct global_id g)
{
	struct node *n = node_of(p, address_text(p->arena, g.global), NODE_GLOBAL);

	if (!g.global->is_defined && g.global->name && !n->flow.deps) {
		n->flow.deps = source_deps(model_variable(p->models, g.global->name));
		n->flow.source = g.global->name;
	}
	return n;
}

static struct node *pointee_of(struct provenance *p, struct node *n)
{
	if (!n->pointee) {
		n->pointee = arena_new_of(p->arena, struct node);
		n->pointee->kind = NODE_POINTEE;
	}
	return n->pointee;
}

/* ---- flows ---- */

static void flow_add(struct source_flow *to, const struct source_flow *from)
{
	if (from->deps & ~to->deps & ~DEP_UNSURE) {
		to->source = to->source ? to->source : from->source;
		to->setter = to->setter ? to->setter : from->setter;
	}
	to->deps |= from->deps;
}

static void grow(struct provenance *p, struct source_flow *to, const struct source_flow *from)
{
	unsigned int before = to->deps;

	flow_add(to, from);
	p->changed |= to->deps != before;
}

/* The function @by puts @f at @n. */
static void node_put(struct provenance *p, const struct func_id *by, struct node *n,
		     struct source_flow f)
{
	if (p->is_settled)
		return;
	if (n->kind == NODE_MEMBER || n->kind == NODE_GLOBAL)
		f.setter = f.setter ? f.setter : by->func->name;
	grow(p, &n->flow, &f);
	grow(p, &n->put, &f);
}

/* Whether what is written to @n may be found there later. */
static bool is_lasting(const struct node *n)
{
	return n->is_copied || n->kind == NODE_MEMBER || n->kind == NODE_GLOBAL ||
	       (n->kind == NODE_POINTEE && !n->is_tied);
}

/* A write of something stable to a place that others fill with what is not. */
static void node_differs(struct provenance *p, struct target to, const struct value *v,
			 enum ir_type t)
{
	unsigned int unstable = t == IRT_PTR ? DEP_UNSTABLE & ~DEP_ADDRESS : DEP_UNSTABLE;

	if (!p->is_settled || v->is_const || v->flow.deps & unstable ||
	    !(to.place->flow.deps & unstable))
		return;
	if (!to.whole || is_lasting(to.whole)) /* else a member of a local that goes away */
		to.place->flow.deps |= DEP_UNSURE;
}

static void mark(struct provenance *p, bool *flag, bool is_so)
{
	p->changed |= is_so && !*flag;
	*flag |= is_so;
}

/* What stands at @t. */
static struct source_flow flow_at(struct target t)
{
	struct source_flow f = { 0 };

	if (t.place)
		f = t.place->flow;
	if (t.whole)
		flow_add(&f, &t.whole->fill);
	return f;
}

/* @n is another name of @t: it reads what is there, and what is written by it arrives there. */
static void tie(struct provenance *p, const struct func_id *by, struct node *n, struct target t)
{
	struct source_flow in = flow_at(t);

	if (p->is_settled)
		return;
	mark(p, &n->is_tied, true);
	if (p->knows_ties) {
		mark(p, &n->is_copied, is_lasting(t.place));
		mark(p, &t.place->is_copied, n->is_copied);
	}
	grow(p, &n->flow, &in);
	grow(p, &n->fill, &t.place->fill);
	grow(p, &t.place->fill, &n->fill);
	node_put(p, by, t.place, n->put);
}

/* ---- values ---- */

static struct value value_of(struct provenance *p, struct func_nodes *f, struct ir_ref r)
{
	struct ir_unit *u = f->id.unit;
	struct value v = { .flow.deps = DEP_ADDRESS };

	switch (r.kind) {
	case REF_TMP:
		return f->tmps[r.idx];
	case REF_CONST:
		return (struct value){ .is_const = true, .k = u->consts.v[r.idx].value };
	case REF_LOCAL:
		v.to.place = &f->locals[r.idx];
		break;
	case REF_GLOBAL:
		v.to.place = node_of_global(p, program_global(p->prog, u, r.idx));
		break;
	default:
		break;
	}
	v.flow.source = "an address";
	return v;
}

static struct value value_of_member(struct provenance *p, struct func_nodes *f,
				    const struct ir_insn *in)
{
	struct value v = value_of(p, f, in->arg[0]);
	struct node *known = f->tmps[in->dst].to.place; /* from the last pass */

	if (!in->text)
		return v;
	v.to.whole = v.to.place;
	v.to.place = known ? known
			   : node_of(p, member_place(p->arena, p->prog, f->id.unit, in->text),
				     NODE_MEMBER);
	return v;
}

static struct value value_loaded(struct provenance *p, struct func_nodes *f,
				 const struct ir_insn *in)
{
	struct target from = value_of(p, f, in->arg[0]).to;
	struct value v = { .flow = flow_at(from) };

	if (in->type == IRT_PTR && from.place)
		v.to.place = pointee_of(p, from.place);
	return v;
}

/*
 * What tells little of an address: how it is aligned, how far it is from another,
 * which error it stands for (the kernel's inline functions take it out).
 */
static bool hides_address(const struct func_nodes *f, const struct ir_insn *in,
			  const struct value *a, const struct value *b)
{
	if (in->op == OP_CAST)
		return in->from == IRT_PTR && in->type != IRT_PTR && f->id.func->in_header;
	if (in->op == OP_SUB)
		return a->flow.deps & b->flow.deps & DEP_ADDRESS;
	return in->op == OP_REM || (in->op == OP_AND && b->is_const && b->k >= 0 && b->k < 4096);
}

static struct value value_made(struct provenance *p, struct func_nodes *f, const struct ir_insn *in)
{
	struct value a = value_of(p, f, in->arg[0]), b = { .is_const = true };

	if (in->arg[1].kind != REF_NONE)
		b = value_of(p, f, in->arg[1]);
	if (in->op == OP_PDIFF)
		return (struct value){ 0 };
	if (ir_ops[in->op].flags & IROP_COMPARE) {
		flow_add(&a.flow, &b.flow);
		a.flow.deps &= ~(unsigned int)(DEP_TIME | DEP_ADDRESS);
		return (struct value){ .flow = a.flow };
	}
	if (hides_address(f, in, &a, &b))
		a.flow.deps &= ~(unsigned int)DEP_ADDRESS;
	else if (in->op != OP_INDEX)
		flow_add(&a.flow, &b.flow);
	a.is_const = a.is_const && b.is_const;
	return a;
}

/* ---- calls ---- */

static struct func_nodes *nodes_of(const struct provenance *p, const struct ir_func *f)
{
	return map_get(p->funcs, address_text(p->arena, f));
}

static struct value call_body(struct provenance *p, struct func_nodes *f, const struct ir_insn *in,
			      struct func_nodes *callee)
{
	for (size_t i = 0; i < in->call->nargs && i < callee->id.func->nparams; i++) {
		struct value v = value_of(p, f, in->call->args[i]);

		node_put(p, &f->id, &callee->locals[i], v.flow);
		if (v.to.place)
			tie(p, &f->id, pointee_of(p, &callee->locals[i]), v.to);
	}
	return callee->ret;
}

/* Whether a model's result is made of what it was given; a status is not. */
static bool yields(enum model_ret_kind kind)
{
	static const bool made[] = {
		[MR_TOKEN] = true, [MR_RANGE] = true,	 [MR_BELOW] = true,  [MR_ANY] = true,
		[MR_ARG] = true,   [MR_ARG_BUT] = true,	 [MR_WITHIN] = true, [MR_FRESH] = true,
		[MR_TEXT] = true,  [MR_SCANNED] = false,
	};

	return made[kind];
}

/* Whether what is behind argument @n is written by a scanf(), which does not read it. */
static bool is_scanned(const struct model *m, size_t n)
{
	vec_for_each_ptr(const struct model_case, c, &m->cases)
		vec_for_each_ptr(const struct model_effect, e, &c->effects)
			if (e->kind == ME_SCAN && n >= m->nparams)
				return true;
	return false;
}

/* What a kernel function makes of its arguments; of what is behind number @but it keeps nothing. */
static struct source_flow flow_through(struct provenance *p, struct func_nodes *f,
				       const struct ir_insn *in, const struct model *m, size_t but)
{
	struct source_flow all = { .deps = source_deps(m->source) & DEP_UNSTABLE };

	if (all.deps)
		all.source = arena_printf(p->arena, "%s()", m->name);
	for (size_t i = 0; i < in->call->nargs; i++) {
		struct value v = value_of(p, f, in->call->args[i]);
		struct source_flow at = flow_at(v.to);

		v.flow.deps &= ~(unsigned int)DEP_ADDRESS;
		at.deps &= ~(unsigned int)DEP_ADDRESS;
		flow_add(&all, &v.flow);
		if (i != but && !is_scanned(m, i))
			flow_add(&all, &at);
	}
	return all;
}

static void model_puts(struct provenance *p, struct func_nodes *f, const struct ir_insn *in,
		       const struct model *m, size_t n)
{
	struct target to = value_of(p, f, in->call->args[n]).to;
	struct value made = { 0 };
	bool writes = false;

	vec_for_each_ptr(const struct model_case, c, &m->cases)
		vec_for_each_ptr(const struct model_effect, e, &c->effects)
			if (model_writes_to(m, e, n)) {
				writes = true;
				made.is_const |= e->kind == ME_FILL;
			}
	if (!to.place || !writes)
		return;
	made.flow = flow_through(p, f, in, m, n);
	node_put(p, &f->id, to.place, made.flow);
	node_differs(p, to, &made, IRT_PTR);
	if (!p->is_settled)
		grow(p, &to.place->fill, &made.flow);
}

static struct value call_model(struct provenance *p, struct func_nodes *f, const struct ir_insn *in,
			       const struct model *m)
{
	struct value v = { 0 };

	for (size_t i = 0; i < in->call->nargs; i++)
		model_puts(p, f, in, m, i);
	vec_for_each_ptr(const struct model_case, c, &m->cases) {
		if (yields(c->ret.kind))
			v.flow = flow_through(p, f, in, m, SIZE_MAX);
		if (c->ret.kind == MR_FRESH)
			v.flow.deps |= DEP_ADDRESS;
	}
	if (v.flow.deps & DEP_ADDRESS && !v.flow.source)
		v.flow.source = "an address";
	return v;
}

/* As the interpreter: a driver's own function goes before a model, a header's behind it. */
static struct value value_called(struct provenance *p, struct func_nodes *f,
				 const struct ir_insn *in)
{
	struct func_id callee = program_func(p->prog, f->id.unit, in->call->callee.idx);
	struct func_nodes *body = callee.func->is_defined ? nodes_of(p, callee.func) : NULL;
	const struct model *m = NULL;

	if (!body || callee.func->in_header)
		m = model_find(p->models, callee.func->name);
	if (m)
		return call_model(p, f, in, m);
	return body ? call_body(p, f, in, body) : (struct value){ 0 };
}

/* ---- passes ---- */

static void do_store(struct provenance *p, struct func_nodes *f, const struct ir_insn *in)
{
	struct value to = value_of(p, f, in->arg[0]), v = value_of(p, f, in->arg[1]);

	if (!to.to.place)
		return;
	/* a number made of an address tells it; pointers are everywhere */
	if (in->type == IRT_PTR && to.to.place->kind != NODE_LOCAL)
		v.flow.deps &= ~(unsigned int)DEP_ADDRESS;
	node_put(p, &f->id, to.to.place, v.flow);
	node_differs(p, to.to, &v, in->type);
	if (in->type == IRT_PTR && v.to.place)
		tie(p, &f->id, pointee_of(p, to.to.place), v.to);
}

static void do_move(struct provenance *p, struct func_nodes *f, const struct ir_insn *in)
{
	struct target to = value_of(p, f, in->arg[0]).to, from = value_of(p, f, in->arg[1]).to;

	if (!to.place)
		return;
	node_put(p, &f->id, to.place, flow_at(from));
	if (from.place && p->knows_ties)
		mark(p, &from.place->is_copied, is_lasting(to.place));
}

static void do_return(struct provenance *p, struct func_nodes *f, const struct ir_insn *in)
{
	struct value v = value_of(p, f, in->arg[0]);

	grow(p, &f->ret.flow, &v.flow);
	if (v.to.place && !f->ret.to.place)
		f->ret.to = v.to;
}

static struct value value_result(struct provenance *p, struct func_nodes *f,
				 const struct ir_insn *in)
{
	switch (in->op) {
	case OP_LOAD:
		return value_loaded(p, f, in);
	case OP_FIELD:
		return value_of_member(p, f, in);
	case OP_CALL:
		return value_called(p, f, in);
	case OP_ICALL:
	case OP_UNKNOWN:
		return (struct value){ 0 };
	default:
		return value_made(p, f, in);
	}
}

static void pass_insn(struct provenance *p, struct func_nodes *f, const struct ir_insn *in)
{
	switch (in->op) {
	case OP_STORE:
		do_store(p, f, in);
		return;
	case OP_MOVE:
		do_move(p, f, in);
		return;
	case OP_RET:
		do_return(p, f, in);
		return;
	default:
		break;
	}
	if (ir_result_type(in) != IRT_VOID)
		f->tmps[in->dst] = value_result(p, f, in);
	else if (in->op == OP_CALL)
		(void)value_called(p, f, in);
}

static void pass_func(struct provenance *p, struct func_nodes *f)
{
	const struct ir_func *func = f->id.func;

	for (size_t i = 0; i < func->nrpo; i++)
		vec_for_each_ptr(struct ir_insn, in, &func->blocks.v[func->rpo_order[i]].insns)
			pass_insn(p, f, in);
}

static void pass(struct provenance *p)
{
	for (size_t i = 0; i < p->all.n; i++)
		pass_func(p, p->all.v[i]);
}

static void repeat(struct provenance *p)
{
	p->changed = true;
	for (int i = 0; p->changed && i < MAX_PASSES; i++) {
		p->changed = false;
		pass(p);
	}
}

static void add_func(struct provenance *p, struct func_id id)
{
	struct func_nodes *f = arena_new_of(p->arena, struct func_nodes);

	f->id = id;
	f->locals = arena_array(p->arena, id.func->locals.n + 1, sizeof(*f->locals));
	f->tmps = arena_array(p->arena, id.func->ntmps + 1, sizeof(*f->tmps));
	map_put(p->funcs, address_text(p->arena, id.func), f);
	*vec_push(p->arena, &p->all) = f;
}

struct provenance *provenance_scan(struct arena *a, const struct program *prog,
				   const struct models *models)
{
	struct provenance *p = arena_new_of(a, struct provenance);

	*p = (struct provenance){ .arena = a,
				  .prog = prog,
				  .models = models,
				  .places = map_new(a),
				  .funcs = map_new(a) };
	for (size_t i = 0; i < prog->units.n; i++)
		vec_for_each_ptr(struct ir_func, f, &prog->units.v[i]->funcs)
			if (f->is_defined)
				add_func(p, (struct func_id){ prog->units.v[i], f });
	repeat(p);
	p->knows_ties = true;
	repeat(p);
	p->is_settled = true;
	pass(p);
	return p;
}

/* ---- questions ---- */

static struct source_flow flow_of(const struct provenance *p, const char *key, bool is_pointer)
{
	const struct node *n = map_get(p->places, key);
	struct source_flow f = { 0 };

	if (n)
		f = n->flow;
	if (n && is_pointer && n->pointee)
		flow_add(&f, &n->pointee->fill);
	if (is_pointer)
		f.deps &= ~(unsigned int)DEP_ADDRESS;
	return f;
}

struct source_flow provenance_member(const struct provenance *p, const struct ir_unit *u,
				     const char *member, bool is_pointer)
{
	return flow_of(p, member_place(p->arena, p->prog, u, member), is_pointer);
}

struct source_flow provenance_global(const struct provenance *p, const struct ir_global *g,
				     bool is_pointer)
{
	return flow_of(p, address_text(p->arena, g), is_pointer);
}
