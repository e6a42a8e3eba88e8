// SPDX-License-Identifier: MIT
/*
 * Calls. A callee is, in this order: a function of the driver with a body (it
 * is interpreted, so helpers in other files cost no precision), a function
 * with a model, a static inline of a header, or a stranger, whose result can
 * be anything and is marked as doubtful with the stranger's name.
 */
#include <string.h>

#include "absint/asked.h"
#include "absint/identity.h"
#include "absint/shape.h"
#include "absint/status.h"
#include "absint/trial.h"
#include "absint/watch.h"

#define MAX_ACTIVE	 2 /* activations of one function at a time (recursion) */
#define MAX_CANDIDATES	 8
#define MAX_TRIAL_ACTIVE 100 /* where constants end the recursion */

/* ---- failures ---- */

/* The same call instruction keeps its number on every path and in every round of a loop. */
static uint32_t failure_id(struct engine *e, const struct ir_insn *call)
{
	size_t i = 0;

	while (i < e->failing_calls.n && e->failing_calls.v[i] != call)
		i++;
	if (i == e->failing_calls.n)
		*vec_push(e->arena, &e->failing_calls) = call;
	return (uint32_t)i + 1;
}

struct aval note_failure(struct engine *e, struct state *s, const char *callee,
			 const struct ir_insn *call, struct aval v, bool relevant)
{
	struct failure *f = state_failure(s, v);
	const struct fact *success;

	if (f && !f->is_status) { /* who returns the errno that it got has passed it on */
		f->is_passed_on = true;
		relevant |= f->is_relevant;
	}
	v.failure = failure_id(e, call);
	success = fact_find(&s->facts, FACT_SUCCESS, v.failure);
	if (success && success->doubt && !s->failures_doubt)
		s->failures_doubt = success->doubt;
	f = state_failure(s, v);
	if (!f)
		f = vec_push(e->arena, &s->failures);
	*f = (struct failure){
		.id = v.failure,
		.is_alternative = success,
		.callee = callee,
		.call = event_place(e),
		.is_relevant = relevant,
		.depth = e->frame->depth,
		.tests_before = s->bytes_tests,
		.successes_before = s->check_successes,
	};
	return v;
}

static bool is_in_loop(const struct frame *f)
{
	for (size_t head = 0; head < f->id.func->blocks.n; head++)
		if (f->shape->loop[head] && f->shape->loop[head][f->block])
			return true;
	return false;
}

/*
 * Where a call fails in one round of a loop and succeeds in another, one success
 * may be all that is asked for: it ends the loop, or something is kept of it.
 * Where the loop goes on as if nothing had happened, all have to succeed.
 */
void note_success(struct engine *e, struct state *s, const struct ir_insn *call)
{
	struct fact f = { .kind = FACT_SUCCESS, .value = 1, .loc = call->loc };
	struct failure *failed;

	if (!is_in_loop(e->frame))
		return;
	f.key = failure_id(e, call);
	failed = state_failure(s, (struct aval){ .failure = (uint32_t)f.key });
	if (failed && failed->is_only_told && fact_find(&s->facts, f.kind, f.key))
		failed->is_one_of_many = true;
	fact_set(e->arena, &s->facts, &f);
}

/* The outcome of arithmetic, which may well be below zero. */
static bool is_computed(const struct engine *e, struct aval v)
{
	static const bool computes[OP_NR] = {
		[OP_MUL] = true, [OP_DIV] = true, [OP_REM] = true, [OP_AND] = true,
		[OP_OR] = true,	 [OP_XOR] = true, [OP_SHL] = true, [OP_SHR] = true
	};
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;

	if (y && y->kind == SYM_LINEAR) /* but for "-err" */
		return v.k || y->nterms > 1 || y->term[0].coef != -1;
	return y && (v.k || (y->kind == SYM_EXPR && computes[y->op]));
}

/* EINVAL by its name is meant as a failure, though who tests for less than 0 takes it for success.
 */
static bool lacks_minus(struct aval v)
{
	return value_is_const(v) && v.flags & VF_NAMED_ERRNO && v.k > 0;
}

/* A negative errno, or an ERR_PTR; what returns a short or a byte returns numbers of its own. */
static bool is_error_value(struct engine *e, const struct state *s, struct aval v, enum ir_type t)
{
	struct range r = eval(e, s, v);
	wide max = e->limits->errno_max, top = ir_type_max(IRT_U64) + 1;

	if (v.region || range_is_empty(&r))
		return false;
	if (t == IRT_PTR)
		return range_min(&r) >= top - max;
	if (!ir_type_signed(t) || ir_type_bits(t) < 32)
		return false;
	return lacks_minus(v) || (range_min(&r) >= -max && range_max(&r) < 0 && !is_computed(e, v));
}

/* ---- what the callee gets ---- */

/* Whether an argument leads to the user's bytes, or to a local that the callee may fill. */
static bool is_interesting(struct engine *e, struct state *s, struct aval v)
{
	const struct region *r;

	if (value_deps(&e->syms, v) & DEP_BYTES)
		return true;
	if (!v.region)
		return false;
	r = region_get(e, v.region);
	if (r->kind == REGION_FUNC)
		return false;
	if (e->trial && (r->kind == REGION_HEAP || r->kind == REGION_USER))
		return true; /* its bytes are constants, whoever wrote them */
	return r->kind == REGION_LOCAL || mem_deps(e, s, v) & DEP_BYTES;
}

static bool any_interesting(struct engine *e, struct state *s, const struct call_site *c)
{
	for (size_t i = 0; i < c->nargs; i++)
		if (is_interesting(e, s, c->args[i]))
			return true;
	return false;
}

unsigned int argument_deps(struct engine *e, struct state *s, const struct call_site *c)
{
	unsigned int deps = 0;

	for (size_t i = 0; i < c->nargs; i++) {
		deps |= value_deps(&e->syms, c->args[i]) & ~DEP_ADDRESS;
		if (c->args[i].region && region_get(e, c->args[i].region)->kind != REGION_FUNC)
			deps |= mem_deps(e, s, c->args[i]);
	}
	return deps;
}

/* ---- strangers ---- */

/* A status that nobody looks at, of a function that may have seen the bytes or filled a local. */
static void note_ignored(struct engine *e, struct state *s, const struct call_site *c)
{
	const struct func_shape *shape = e->frame->shape;
	uint32_t dst = c->insn->dst;

	if (!ir_type_signed(c->insn->type) || ir_type_bits(c->insn->type) < 32 ||
	    shape->long_tmp[dst] || shape->last_use[dst] || !any_interesting(e, s, c))
		return;
	s->failures_doubt = "nobody looks at the result of a call that is not followed";
}

static void call_stranger(struct engine *e, struct state *s, const struct call_site *c,
			  const char *why, result_list *out)
{
	unsigned int deps = argument_deps(e, s, c);
	struct sym_spec spec = {
		.range = range_of(ir_type_min(c->insn->type), ir_type_max(c->insn->type)),
		.deps = deps,
		.doubt = why,
	};

	if (e->trial)
		trial_doubt(s, why);
	if (e->watch)
		watch_expose(e, s);
	for (size_t i = 0; i < c->nargs; i++)
		if (c->args[i].region) {
			owned_pass(e, s, c->args[i], why);
			outlive_pass(e, s, c->args[i], NULL, why);
			mem_change_reached(e, s, c->args[i], deps, why);
		}
	mem_change_world(e, s, why);
	changed_by_stranger(e, s, why);
	if (deps & DEP_BYTES)
		s->bytes_doubt = why;
	note_ignored(e, s, c);
	*vec_push(e->arena, out) = (struct call_result){ s, sym_anything(&e->syms, &spec) };
}

/* ---- functions with a body ---- */

size_t times_active(const struct engine *e, const struct ir_func *f)
{
	size_t n = 0;

	for (const struct frame *fr = e->frame; fr; fr = fr->caller)
		n += fr->id.func == f;
	return n;
}

/**
 * struct callee - a function with a body that is being called
 *
 * If it can say both yes and no it is a check, if it yields numbers a read,
 * and if it fills an object and answers 0 it has a status (status.h).
 */
struct callee {
	const struct ir_func *func;
	const struct call_site *site;
	struct objects given;
	bool relevant; /* it gets the user's bytes, or a local to fill */
	bool can_fail, yields_data, fills;
	bool is_order; /* it answers -1, 0 or 1 */
};

/* Whether two things are compared: before, after, alike. */
static bool says_order(const exit_list *exits)
{
	bool below = false, above = false;

	vec_for_each_ptr(const struct exit_state, x, exits) {
		wide k = x->value.k;

		if (!value_is_const(x->value) || x->value.flags & VF_NAMED_ERRNO || k < -1 || k > 1)
			return false;
		below |= k == -1;
		above |= k == 1;
	}
	return below && above;
}

/* A -1 of a header's helper is a number of its own: an order, the sign of a comparison. */
static bool is_failure(struct engine *e, const struct callee *f, const struct exit_state *x)
{
	struct aval v = x->value;
	bool is_plain = (f->func->in_header || f->is_order) && value_is_const(v) && v.k == -1 &&
			!(v.flags & VF_NAMED_ERRNO);

	return !is_plain && is_error_value(e, x->state, v, f->site->insn->type);
}

static void note_kind(struct engine *e, struct callee *f, const exit_list *exits)
{
	enum ir_type t = f->site->insn->type;

	vec_for_each_ptr(struct exit_state, x, exits) {
		struct range r = eval(e, x->state, x->value);

		if (is_failure(e, f, x))
			f->can_fail = true;
		else if (t != IRT_VOID && !(value_is_const(x->value) && x->value.k == 0))
			f->yields_data = true;
		if (!x->value.region && range_is_single(&r) && range_min(&r) == 0)
			f->fills |= objects_changed(&f->given, x->state);
	}
}

/* A callee that has failed on this path can fail, also where what it is asked now says no. */
static bool has_failed(const struct state *s, const char *callee)
{
	for (size_t i = 0; i < s->failures.n; i++)
		if (!strcmp(s->failures.v[i].callee, callee))
			return true;
	return false;
}

/* A return in a header is nobody's to mend: there, the call made the value. */
static const struct origin *origin_of(struct engine *e, const struct call_site *c,
				      const struct ir_func *f, const struct exit_state *x)
{
	struct origin *o = arena_new_of(e->out, struct origin);

	*o = f->in_header ? (struct origin){ c->insn->loc, e->frame->id.func->name }
			  : (struct origin){ x->loc, f->name };
	return o;
}

/* The success of a callee answers no failures that were met in it. */
static void forgive_own(struct engine *e, struct state *s)
{
	for (size_t i = 0; i < s->failures.n; i++)
		if (s->failures.v[i].depth > e->frame->depth)
			s->failures.v[i].successes_before++;
}

static bool is_status(struct engine *e, const struct callee *f, const struct exit_state *x)
{
	struct range r = eval(e, x->state, x->value);
	enum ir_type t = f->site->insn->type;

	return f->fills && ir_type_signed(t) && !x->value.region && !range_is_empty(&r) &&
	       range_min(&r) > 0 && !objects_changed(&f->given, x->state);
}

static struct aval note_how_it_went(struct engine *e, const struct callee *f, struct exit_state *x)
{
	const struct ir_insn *in = f->site->insn;
	const char *name = f->func->name;

	if (is_failure(e, f, x))
		return note_failure(e, x->state, name, in, x->value, f->relevant || f->yields_data);
	if (is_status(e, f, x))
		return note_status(e, x->state, name, in, x->value);
	if (f->can_fail || e->trial || has_failed(x->state, name))
		note_success(e, x->state, in);
	if (f->can_fail || has_failed(x->state, name)) {
		x->state->check_successes++;
		forgive_own(e, x->state);
	}
	return x->value;
}

static void return_from(struct engine *e, const struct callee *f, struct exit_state *x,
			result_list *out)
{
	const struct call_site *c = f->site;

	if (!x->value.origin || f->func->in_header)
		x->value.origin = origin_of(e, c, f->func, x);
	if (lacks_minus(x->value))
		state_add_step(e->arena, x->state, x->loc, "this errno lacks its minus sign");
	x->value = note_how_it_went(e, f, x);
	if (!f->func->in_header)
		state_add_step(e->arena, x->state, c->insn->loc,
			       arena_printf(e->out, "returning from '%s'", f->func->name));
	*vec_push(e->arena, out) = (struct call_result){ x->state, x->value };
}

void summary_add_losses(struct engine *e, struct state *s, const struct ir_func *f)
{
	for (size_t i = 0; i < f->notes.n; i++) {
		const struct ir_note *n = &f->notes.v[i];

		if (n->kind == IRN_CONFIGURED_OFF) {
			summary_add_switch(e, n->text, n->loc);
			continue;
		}
		summary_set_incomplete(e, n->loc, "%s() was not understood: %s", f->name, n->text);
		state_add_doubt(s, arena_printf(e->out, "%s() was not understood", f->name));
	}
}

static void call_body(struct engine *e, struct state *s, struct func_id id,
		      const struct call_site *c, result_list *out)
{
	uint64_t identity = e->trial ? 0 : identity_of_body(e, s, id, c);
	struct callee f = { .func = id.func, .site = c, .relevant = any_interesting(e, s, c) };
	exit_list exits = { 0 };

	f.given = objects_given(e, s, c);
	summary_add_losses(e, s, id.func);
	if (!id.func->in_header)
		state_add_step(e->arena, s, c->insn->loc,
			       arena_printf(e->out, "calling '%s'", id.func->name));
	run_function(e, id, c->args, c->nargs, s, c->insn->loc, &exits);
	e->at = c->insn->loc;
	f.is_order = says_order(&exits);
	note_kind(e, &f, &exits);
	vec_for_each_ptr(struct exit_state, x, &exits) {
		identity_note_answer(e, x->state, identity, id.func->name, x->value);
		asked_call(e, x->state, id.func, c, x->value);
		return_from(e, &f, x, out);
	}
}

/* The callee has a body, which is not followed. */
static void give_up_call(struct engine *e, struct state *s, const struct call_site *c,
			 const char *why, result_list *out)
{
	if (e->watch)
		e->watch->gave_up = true;
	call_stranger(e, s, c, why, out);
}

static void call_function(struct engine *e, struct state *s, struct func_id id,
			  const struct call_site *c, result_list *out)
{
	const struct ir_func *f = id.func;
	const struct model *m = model_find(e->models, f->name);

	if (f->is_noreturn || (m && m->noreturn))
		return;
	if (m && !(f->is_defined && !f->in_header))
		apply_model(e, s, m, c, out);
	else if (!f->is_defined)
		call_stranger(e, s, c, summary_add_stranger(e, f->name, c->insn->loc), out);
	else if (times_active(e, f) >= (e->trial ? MAX_TRIAL_ACTIVE : MAX_ACTIVE))
		give_up_call(e, s, c, arena_printf(e->out, "%s() calls itself", f->name), out);
	else if (e->frame->depth >= e->budget.max_depth)
		give_up_call(e, s, c,
			     arena_printf(e->out, "calls nest too deeply at %s()", f->name), out);
	else
		call_body(e, s, id, c, out);
}

/* ---- through pointers ---- */

/* A member of the kernel's own struct that this file sets nowhere: any driver may have set it. */
static bool is_open(const struct engine *e, const struct bound_funcs *b, const char *member)
{
	vec_for_each_ptr(const struct func_id, f, &b->funcs)
		if (f->unit == e->frame->id.unit)
			return false;
	return !prepare_is_own(e->prepared, member);
}

static void call_each(struct engine *e, struct state *s, const struct bound_funcs *b,
		      const char *member, const struct call_site *c, result_list *out)
{
	size_t n = e->trial ? 1 : b->funcs.n;
	uint64_t pointer = identity_of(e, operand(e, s, c->insn->arg[0]));

	for (size_t i = 0; i < n; i++) {
		struct state *fork = state_fork(e->arena, s);

		if (!identity_note_target(e, fork, pointer, b->funcs.v[i]))
			continue;
		call_function(e, fork, b->funcs.v[i], c, out);
	}
	if (!e->trial && is_open(e, b, member))
		call_stranger(e, s, c,
			      arena_printf(e->out, "other drivers have a '%s', too", member), out);
}

/* The member that a pointer in a variable of its own was read from, or NULL. */
static const char *loaded_from(const struct engine *e, struct aval f)
{
	return f.sym && !f.region ? value_inner_member(sym_get(&e->syms, f.sym)->at) : NULL;
}

static void call_pointer(struct engine *e, struct state *s, const struct call_site *c,
			 result_list *out)
{
	struct aval f = operand(e, s, c->insn->arg[0]);
	const char *member = c->insn->text ? c->insn->text : loaded_from(e, f);
	const struct bound_funcs *b = prepare_bound(e->prepared, member);

	if (!callable_check(e, s, f, member))
		return;
	if (f.region && region_get(e, f.region)->kind == REGION_FUNC)
		call_function(e, s, region_get(e, f.region)->func, c, out);
	else if (b && b->funcs.n <= MAX_CANDIDATES)
		call_each(e, s, b, member, c, out);
	else
		call_stranger(e, s, c,
			      member ? arena_printf(e->out, "'%s' may be any function", member)
				     : "a function pointer may lead anywhere",
			      out);
}

void do_call(struct engine *e, struct state *s, const struct ir_insn *in, result_list *out)
{
	struct call_site c = { .insn = in, .nargs = in->call->nargs };
	struct aval *args = arena_array(e->arena, c.nargs + 1, sizeof(*args));

	for (size_t i = 0; i < c.nargs; i++)
		args[i] = operand(e, s, in->call->args[i]);
	c.args = args;
	if (in->op == OP_ICALL)
		call_pointer(e, s, &c, out);
	else
		call_function(e, s, program_func(e->prog, e->frame->id.unit, in->call->callee.idx),
			      &c, out);
}
