// SPDX-License-Identifier: MIT
/*
 * Running a function on abstract states: instructions and branches. Every
 * undecided branch forks the state, so a path keeps what it learned; what
 * becomes of many paths is worklist.c's business. A budget ends what takes too
 * long: the handler's summary is then incomplete, and proves nothing.
 */
#include <string.h>

#include "absint/asked.h"
#include "absint/given.h"
#include "absint/input.h"
#include "absint/kept_limit.h"
#include "absint/pick.h"
#include "absint/reach.h"
#include "absint/seen.h"
#include "absint/trial.h"
#include "absint/watch.h"
#include "absint/worklist.h"
#include "base/fatal.h"
#include "ir/cfg.h"

/* ---- operands ---- */

struct aval operand(struct engine *e, struct state *s, struct ir_ref r)
{
	struct ir_unit *u = e->frame->id.unit;
	const struct aval *t;
	struct aval v = { 0 };

	switch (r.kind) {
	case REF_TMP:
		t = state_tmp(s, r.idx);
		return t ? simplify_value(e, s, *t) : v;
	case REF_CONST:
		v.k = u->consts.v[r.idx].value;
		v.flags = u->consts.v[r.idx].name ? VF_NAMED_ERRNO : 0;
		return v;
	case REF_LOCAL:
		return value_address(e->frame->local_regions[r.idx], 0);
	case REF_GLOBAL:
		return value_address(region_of_global(e, program_global(e->prog, u, r.idx)), 0);
	case REF_FUNC:
		return value_address(region_of_func(e, program_func(e->prog, u, r.idx)), 0);
	default:
		return v;
	}
}

/* ---- branches ---- */

/* A decided condition: is it a switch set at build time, or a failure being looked at? */
static void note_decided(struct engine *e, struct state *s, const struct ir_insn *in,
			 struct aval cond, struct look how)
{
	if (in->is_config || cond.flags & VF_CONFIG)
		summary_add_switch(e,
				   arena_printf(e->out, "'%s' is constant",
						in->text ? in->text : "a condition"),
				   in->loc);
	note_seen_failure(s, in, cond, how);
}

static void follow(struct engine *e, struct activation *act, uint32_t b, const struct ir_insn *in,
		   struct state *s, struct aval cond, bool side)
{
	reach_test(e, s, cond);
	reach_side(e, s, cond, side);
	check_missing(e, s, cond);
	input_branch(e, s, in->loc, cond);
	logs_branch(e, s, cond);
	locks_branch(e, s, cond);
	kept_limit_branch(e, s, cond);
	note_seen_failure(s, in, cond,
			  look_of_branch(e, b, in, cond, side, is_singled_out(e, cond, side)));
	asked_note(e, s, in, cond, side);
	if (in->text)
		state_add_step(e->arena, s, in->loc,
			       arena_printf(e->out, "assuming '%s' is %s", in->text,
					    side ? "true" : "false"));
	go_to(e, act, b, in->target[!side], s);
}

/* What a widened loop knows of its numbers is in their relations: let a test narrow them all. */
static bool settle_loop(struct engine *e, struct state *s)
{
	return !s->doubt || bound_settle(e, s);
}

static void do_branch(struct engine *e, struct activation *act, uint32_t b, struct ir_insn *in,
		      struct state *s)
{
	struct aval cond = operand(e, s, in->arg[0]);
	struct state *other = state_fork(e->arena, s);
	bool can_be_true, can_be_false;

	e->is_testing = true;
	can_be_true = assume_true(e, s, cond, true);
	can_be_false = assume_true(e, other, cond, false);
	e->is_testing = false;
	can_be_true = can_be_true && settle_loop(e, s);
	can_be_false = can_be_false && settle_loop(e, other);

	if (can_be_true && can_be_false) {
		follow(e, act, b, in, s, cond, true);
		follow(e, act, b, in, other, cond, false);
		return;
	}
	if (!can_be_true && !can_be_false)
		return; /* the path itself is impossible */
	s = can_be_true ? s : other;
	note_decided(e, s, in, cond,
		     look_of_branch(e, b, in, cond, can_be_true, cond.flags & VF_SINGLED_OUT));
	if (value_is_const(cond))
		note_counted(e, act, s, b, in);
	go_to(e, act, b, in->target[!can_be_true], s);
}

static uint32_t case_target(const struct ir_switch *sw, wide v)
{
	for (size_t i = 0; i < sw->ncases; i++)
		if (sw->cases[i].low <= v && v <= sw->cases[i].high)
			return sw->cases[i].target;
	return sw->fallback;
}

/* @to: where it goes on; @singled: for one value only. */
static struct look look_of_case(const struct ir_switch *sw, uint32_t to, bool singled)
{
	return (struct look){ .singled = singled,
			      .alike = case_target(sw, 0) == to && case_target(sw, 1) == to };
}

static void enter_case(struct engine *e, const struct ir_insn *in, struct state *s, struct aval v,
		       bool open, struct look how, const char *label)
{
	if (open) {
		reach_test(e, s, v);
		reach_case(e, s, v);
		input_branch(e, s, in->loc, v);
		kept_limit_branch(e, s, v);
		asked_case(e, s, in, v);
		note_seen_failure(s, in, v, how);
		if (in->text)
			state_add_step(e->arena, s, in->loc,
				       arena_printf(e->out, "assuming '%s' is %s", in->text,
						    label));
	} else {
		note_decided(e, s, in, v, how);
	}
}

static const char *case_label(struct engine *e, const struct ir_case *c)
{
	char lo[WIDE_CHARS], hi[WIDE_CHARS];

	wide_format(c->low, lo);
	if (c->low == c->high)
		return arena_strdup(e->out, lo);
	return arena_printf(e->out, "in %s..%s", lo, wide_format(c->high, hi));
}

static bool assume_case(struct engine *e, struct state *s, struct aval v, const struct range *r)
{
	bool ok;

	e->is_testing = true;
	ok = assume_in(e, s, v, r);
	e->is_testing = false;
	return ok;
}

static void do_switch(struct engine *e, struct activation *act, uint32_t b, struct ir_insn *in,
		      struct state *s)
{
	struct aval v = operand(e, s, in->arg[0]);
	struct range rest = eval(e, s, v);
	bool open = !range_is_single(&rest);

	for (size_t i = 0; i < in->sw->ncases; i++) {
		const struct ir_case *c = &in->sw->cases[i];
		struct range r = range_of(c->low, c->high);
		struct state *fork;

		if (!range_overlaps(&rest, c->low, c->high))
			continue;
		fork = state_fork(e->arena, s);
		rest = range_without(&rest, c->low, c->high);
		if (!assume_case(e, fork, v, &r))
			continue;
		enter_case(e, in, fork, v, open,
			   look_of_case(in->sw, c->target, c->low == c->high && c->low),
			   case_label(e, c));
		go_to(e, act, b, c->target, fork);
	}
	if (range_is_empty(&rest) || !assume_case(e, s, v, &rest))
		return;
	enter_case(e, in, s, v, open, look_of_case(in->sw, in->sw->fallback, false),
		   "none of the cases");
	go_to(e, act, b, in->sw->fallback, s);
}

/* The instruction that makes @r, behind conversions; NULL if it is in another block. */
static const struct ir_insn *maker_of(const struct ir_block *b, struct ir_ref r)
{
	for (size_t i = b->insns.n; i-- && r.kind == REF_TMP;) {
		const struct ir_insn *in = &b->insns.v[i];

		if (ir_result_type(in) == IRT_VOID || in->dst != r.idx)
			continue;
		if (in->op != OP_CAST)
			return in;
		r = in->arg[0];
	}
	return NULL;
}

/* return f(...); */
static bool is_call_result(const struct ir_block *b, const struct ir_insn *ret)
{
	const struct ir_insn *in = maker_of(b, ret->arg[0]);

	return in && (in->op == OP_CALL || in->op == OP_ICALL);
}

/* What the callee leaves behind: the caller's temporaries, no locals, no loops. */
static void leave(struct engine *e, struct activation *act, struct state *s)
{
	size_t out = 0;

	for (size_t i = 0; i < act->f->locals.n; i++)
		state_forget_region(s, act->frame.local_regions[i]);
	for (size_t i = 0; i < s->loops.n; i++)
		if (s->loops.v[i].depth < act->frame.depth)
			s->loops.v[out++] = s->loops.v[i];
	s->loops.n = out;
	s->tmps = state_fork(e->arena, act->caller)->tmps;
}

static void do_return(struct engine *e, struct activation *act, uint32_t b, struct ir_insn *in,
		      struct state *s)
{
	struct exit_state x = {
		.value = operand(e, s, in->arg[0]),
		.loc = in->loc,
		.is_tail_call = is_call_result(&act->f->blocks.v[b], in),
		.state = s,
	};

	leave(e, act, s);
	add_exit(e, act, &x);
}

static void do_terminator(struct engine *e, struct activation *act, uint32_t b, struct ir_insn *in,
			  struct state *s)
{
	switch (in->op) {
	case OP_JMP:
		go_to(e, act, b, in->target[0], s);
		break;
	case OP_BR:
		do_branch(e, act, b, in, s);
		break;
	case OP_SWITCH:
		do_switch(e, act, b, in, s);
		break;
	case OP_RET:
		do_return(e, act, b, in, s);
		break;
	default:
		break; /* unreachable */
	}
}

/* ---- straight-line instructions ---- */

static struct aval do_pdiff(struct engine *e, struct state *s, const struct ir_insn *in)
{
	struct aval d = value_sub(&e->syms, operand(e, s, in->arg[0]), operand(e, s, in->arg[1]));

	return in->size > 1 ? arith_value(e, s, OP_DIV, IRT_I64, d, value_const((wide)in->size))
			    : d;
}

static struct aval do_unknown(struct engine *e, const struct ir_insn *in)
{
	struct sym_spec spec = { .range = range_of(ir_type_min(in->type), ir_type_max(in->type)),
				 .doubt = in->text ? in->text : "not understood" };

	return sym_anything(&e->syms, &spec);
}

/* Two results of a call that has not failed, where the failing one is @v. */
static void successes_of(struct engine *e, const struct state *s, struct aval v, wide out[2])
{
	struct range r = eval(e, s, v);
	bool is_address = v.region || range_is_empty(&r) || range_max(&r) > UINT32_MAX;

	out[0] = is_address ? 4096 : range_contains(&r, 0);
	out[1] = is_address ? 8192 : 1 + range_contains(&r, 0);
	if (v.flags & (VF_ELSE_TRUE | VF_ELSE_FALSE)) /* a test that is tested again */
		out[0] = out[1] = v.flags & VF_ELSE_TRUE ? 1 : 0;
}

/* What op(a, b) would answer if the failing one of them were a success. */
static unsigned int answer_else(struct engine *e, struct state *s, enum ir_op op, struct aval a,
				struct aval b)
{
	struct aval v[2];
	wide number[2];

	successes_of(e, s, a.failure ? a : b, number);
	for (int i = 0; i < 2; i++)
		v[i] = compare_value(e, s, op, a.failure ? value_const(number[i]) : a,
				     a.failure ? b : value_const(number[i]));
	if (!value_is_const(v[0]) || !value_is_const(v[1]) || v[0].k != v[1].k)
		return 0;
	return v[0].k ? VF_ELSE_TRUE : VF_ELSE_FALSE;
}

/* What @v, the answer of the comparison @in, says of a failure. */
static struct aval note_singled(struct engine *e, struct state *s, const struct ir_insn *in,
				struct aval a, struct aval b, struct aval v)
{
	const struct aval *with = a.failure ? &b : &a;

	/* "ret == -ENOENT": one errno is singled out, on the side where it holds */
	if (v.failure && value_is_const(*with) && with->k &&
	    ((in->op == OP_EQ && v.k) || (in->op == OP_NE && !v.k)))
		v.flags |= VF_SINGLED_OUT;
	if (v.failure && !(a.failure && b.failure))
		v.flags |= answer_else(e, s, in->op, a, b);
	return v;
}

static struct aval do_compare(struct engine *e, struct state *s, const struct ir_insn *in)
{
	struct aval a = operand(e, s, in->arg[0]), b = operand(e, s, in->arg[1]);
	struct aval v = compare_value(e, s, in->op, a, b);

	if (e->trial)
		trial_note_compared(e, a, b);
	return note_singled(e, s, in, a, b, v);
}

/* The number of a failure goes into another one, which may be tested in its stead. */
static void note_mixed(struct state *s, struct aval a, struct aval b)
{
	struct failure *f = state_failure(s, a), *g = state_failure(s, b);

	if (f)
		f->is_mixed = true;
	if (g)
		g->is_mixed = true;
}

static void do_asm(struct engine *e, struct state *s, const struct ir_insn *in)
{
	for (size_t i = 0; in->call && i < in->call->nargs; i++)
		mem_change(e, s, operand(e, s, in->call->args[i]), 0, "set by inline assembly");
}

static bool check_typed(struct engine *e, struct state *s, struct aval at, wide size, bool is_write)
{
	return check_access(e, s,
			    &(struct access){ at, value_const(size), .is_write = is_write,
					      .is_typed = true });
}

static wide type_size(const struct ir_insn *in)
{
	return in->type == IRT_OTHER ? (wide)in->size : ir_type_bytes(in->type);
}

/*
 * A struct by value is the address of a copy of its own. Who stores it takes the
 * copy's contents over, and the copy is gone: the next round of a loop makes another.
 */
static struct aval load_struct(struct engine *e, struct state *s, struct aval at, wide size)
{
	struct region r = { .kind = REGION_LOCAL,
			    .fill = FILL_UNKNOWN,
			    .name = "a struct by value",
			    .size = value_const(size),
			    .size_known = true,
			    .is_value = true };
	struct aval v = value_address(region_new(e, &r), 0);

	mem_copy(e, s, v, at, r.size);
	return v;
}

static bool is_struct(const struct engine *e, const struct ir_insn *in, struct aval v)
{
	return in->type == IRT_OTHER && in->size && v.region && region_get(e, v.region)->is_value;
}

static void store_struct(struct engine *e, struct state *s, struct aval to, struct aval v,
			 wide size)
{
	changed_bytes(e, s, to, mem_deps(e, s, v), false);
	owned_copy(e, s, to, v);
	outlive_copy(e, s, to, v, value_const(size));
	mem_copy(e, s, to, v, value_const(size));
	state_forget_region(s, v.region);
}

static struct aval do_load(struct engine *e, struct state *s, const struct ir_insn *in)
{
	struct aval at = operand(e, s, in->arg[0]), v;

	if (!check_typed(e, s, at, type_size(in), false))
		s->is_dead = true;
	if (in->type == IRT_OTHER && in->size)
		return load_struct(e, s, at, (wide)in->size);
	v = mem_load(e, s, at, in->type);
	if (!in->text)
		check_loaded(e, s, at, in->type, v);
	return v;
}

static struct aval do_arith(struct engine *e, struct state *s, const struct ir_insn *in)
{
	struct aval a = operand(e, s, in->arg[0]), b = operand(e, s, in->arg[1]);
	struct aval v = arith_value(e, s, in->op, in->type, a, b);

	if (in->op == OP_AND && in->text && !strcmp(in->text, IR_BIT_FIELD) && value_is_const(b))
		check_bit_field(e, s, a, b.k);
	return e->given ? given_same(e, v) : v;
}

static struct aval do_value(struct engine *e, struct state *s, const struct ir_insn *in)
{
	switch (in->op) {
	case OP_LOAD:
		return do_load(e, s, in);
	case OP_FIELD:
		return field_address(e, s, operand(e, s, in->arg[0]), in);
	case OP_INDEX:
		return index_address(e, s, operand(e, s, in->arg[0]), operand(e, s, in->arg[1]),
				     in);
	case OP_PDIFF:
		return do_pdiff(e, s, in);
	case OP_CAST:
		check_narrowing(e, s, in->from, in->type, operand(e, s, in->arg[0]));
		return cast_value(e, s, operand(e, s, in->arg[0]), in->type);
	case OP_UNKNOWN:
		return do_unknown(e, in);
	case OP_NEG:
	case OP_NOT:
		return arith_value(e, s, in->op, in->type, operand(e, s, in->arg[0]),
				   value_const(0));
	default:
		if (ir_ops[in->op].flags & IROP_COMPARE)
			return do_compare(e, s, in);
		check_wrapping(e, s, in->op, in->type, operand(e, s, in->arg[0]),
			       operand(e, s, in->arg[1]));
		note_mixed(s, operand(e, s, in->arg[0]), operand(e, s, in->arg[1]));
		return do_arith(e, s, in);
	}
}

/* A struct assigned or cleared, or a scalar stored; false if no path goes on from there. */
static bool check_effect(struct engine *e, struct state *s, const struct ir_insn *in)
{
	if (in->op == OP_MOVE &&
	    !check_typed(e, s, operand(e, s, in->arg[1]), (wide)in->size, false))
		return false;
	if (in->op != OP_MOVE && in->op != OP_ZERO && in->op != OP_STORE)
		return true;
	return check_typed(e, s, operand(e, s, in->arg[0]),
			   in->op == OP_STORE ? type_size(in) : (wide)in->size, true);
}

static void do_store(struct engine *e, struct state *s, const struct ir_insn *in)
{
	struct aval to = operand(e, s, in->arg[0]), v = operand(e, s, in->arg[1]);

	if (is_struct(e, in, v)) {
		store_struct(e, s, to, v, (wide)in->size);
		return;
	}
	if (e->watch)
		watch_store(e, s, in, to, v);
	changed_store(e, s, to, in->type, v);
	owned_store(e, s, to, v);
	outlive_store(e, s, to, v);
	mem_led_to(e, s, to, v);
	mem_store(e, s, to, in->type, v);
}

static void do_move(struct engine *e, struct state *s, const struct ir_insn *in)
{
	struct aval to = operand(e, s, in->arg[0]), from = operand(e, s, in->arg[1]);

	changed_bytes(e, s, to, mem_deps(e, s, from), false);
	owned_copy(e, s, to, from);
	outlive_copy(e, s, to, from, value_const((wide)in->size));
	mem_copy(e, s, to, from, value_const((wide)in->size));
}

static void do_effect(struct engine *e, struct state *s, const struct ir_insn *in)
{
	if (!check_effect(e, s, in)) {
		s->is_dead = true;
		return;
	}
	switch (in->op) {
	case OP_STORE:
		do_store(e, s, in);
		break;
	case OP_MOVE:
		do_move(e, s, in);
		break;
	case OP_ZERO:
		changed_bytes(e, s, operand(e, s, in->arg[0]), 0, false);
		mem_zero(e, s, operand(e, s, in->arg[0]), in->size);
		break;
	case OP_SCOPE:
		state_forget_region(s, operand(e, s, in->arg[0]).region); /* undefined again */
		break;
	case OP_ASM:
		do_asm(e, s, in);
		break;
	default:
		BUG("no effect: %s", ir_ops[in->op].text);
	}
}

/* A call ends the run of this block for @s; each way back from it is pending on its own. */
static void call_and_resume(struct engine *e, struct activation *act, struct pending *p,
			    const struct ir_insn *in)
{
	result_list results = { 0 };

	do_call(e, p->s, in, &results);
	vec_for_each_ptr(struct call_result, r, &results) {
		if (in->type != IRT_VOID)
			state_set_tmp(e->arena, r->state, in->dst, r->value);
		resume(e, act, p, r->state);
	}
}

static void run_block(struct engine *e, struct activation *act, struct pending p)
{
	struct ir_block *b = &act->f->blocks.v[p.block];

	act->frame.block = p.block;
	for (;; p.insn++) {
		struct ir_insn *in = &b->insns.v[p.insn];

		if (summary_over_budget(e, in))
			return;
		e->at = in->loc;
		if (ir_ops[in->op].flags & IROP_TERMINATOR) {
			do_terminator(e, act, p.block, in, p.s);
			return;
		}
		if (in->op == OP_CALL || in->op == OP_ICALL) {
			call_and_resume(e, act, &p, in);
			return;
		}
		if (ir_ops[in->op].flags & IROP_RESULT)
			state_set_tmp(e->arena, p.s, in->dst, do_value(e, p.s, in));
		else
			do_effect(e, p.s, in);
		if (p.s->is_dead || (in->op == OP_LOAD && pick_pointer(e, act, &p, in)))
			return;
	}
}

/* ---- activations ---- */

enum ir_type param_type(const struct ir_unit *u, const struct ir_local *l)
{
	const struct ir_ctype *t = l->ctype >= 0 ? &u->ctypes.v[l->ctype] : NULL;

	if (!t)
		return IRT_I64;
	return t->kind == CT_SCALAR						       ? t->scalar
	       : t->kind == CT_POINTER || t->kind == CT_FUNCPTR || t->kind == CT_ARRAY ? IRT_PTR
										       : IRT_OTHER;
}

static bool is_number(const struct ir_unit *u, const struct ir_local *l)
{
	return l->ctype >= 0 && (size_t)l->ctype < u->ctypes.n &&
	       u->ctypes.v[l->ctype].kind != CT_ARRAY && u->ctypes.v[l->ctype].kind != CT_STRUCT;
}

static void make_locals(struct engine *e, struct activation *act)
{
	struct ir_func *f = act->f;

	act->first_region = (uint32_t)e->regions.n;
	act->frame.local_regions = arena_array(e->arena, f->locals.n + 1, sizeof(uint32_t));
	for (size_t i = 0; i < f->locals.n; i++) {
		const struct ir_local *l = &f->locals.v[i];
		struct region r = { .kind = REGION_LOCAL,
				    .fill = FILL_UNDEF,
				    .name = l->name,
				    .size = value_const((wide)l->size),
				    .size_known = l->size != 0,
				    .is_number = is_number(act->frame.id.unit, l) };

		act->frame.local_regions[i] = region_new(e, &r);
	}
}

/* The callee's variable takes over the copy that a struct by value is. */
static void pass_struct(struct engine *e, struct state *s, struct aval to, struct aval v, wide size)
{
	if (!v.region || !region_get(e, v.region)->is_value) {
		mem_change(e, s, to, value_deps(&e->syms, v), "a struct by value");
		return;
	}
	mem_copy(e, s, to, v, value_const(size));
	state_forget_region(s, v.region);
}

static void pass_arguments(struct engine *e, struct activation *act, struct state *s,
			   const struct aval *args, size_t nargs)
{
	for (size_t i = 0; i < act->f->nparams && i < nargs; i++) {
		const struct ir_local *l = &act->f->locals.v[i];
		struct aval to = value_address(act->frame.local_regions[i], 0);
		enum ir_type t = param_type(act->frame.id.unit, l);

		if (t == IRT_OTHER)
			pass_struct(e, s, to, args[i], (wide)l->size);
		else
			mem_store(e, s, to, t, args[i]);
	}
}

void run_function(struct engine *e, struct func_id id, const struct aval *args, size_t nargs,
		  struct state *s, struct loc call, exit_list *exits)
{
	struct activation *act = arena_new_of(e->arena, struct activation);

	act->caller = state_fork(e->arena, s);
	act->f = id.func;
	act->exits = exits;
	act->frame = (struct frame){ .caller = e->frame,
				     .id = id,
				     .depth = e->frame ? e->frame->depth + 1 : 1,
				     .call = call };
	worklist_init(e, act);
	make_locals(e, act);
	e->frame = &act->frame;
	s->tmps.n = 0;
	pass_arguments(e, act, s, args, nargs);
	*vec_push(e->arena, &act->todo) = (struct pending){ .s = s };
	while (act->todo.n && !e->budget.is_spent)
		run_block(e, act, take_next(e, act));
	e->frame = act->frame.caller;
}
