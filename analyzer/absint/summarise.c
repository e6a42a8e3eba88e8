// SPDX-License-Identifier: MIT
/*
 * needs: the exit states of a handler. gives: its outcomes. spoils: the states.
 */
#include <stdarg.h>
#include <string.h>

#include "absint/engine.h"
#include "absint/identity.h"
#include "absint/input.h"

void summary_add_switch(struct engine *e, const char *text, struct loc loc)
{
	vec_for_each_ptr(struct config_switch, c, &e->summary->switches)
		if (loc_compare(&c->loc, &loc) == 0)
			return;
	*vec_push(e->out, &e->summary->switches) = (struct config_switch){ text, loc };
}

bool summary_over_budget(struct engine *e, const struct ir_insn *next)
{
	struct budget *b = &e->budget;
	bool many = e->syms.syms.n > b->max_symbols, slow = b->evals > b->max_evals;

	if (!many && !slow && b->insns++ < b->max_insns)
		return false;
	summary_set_incomplete(e, next->loc, "gave up after %u steps%s, in %s()", b->insns,
			       many   ? " over many numbers"
			       : slow ? " that took long"
				      : "",
			       e->frame->id.func->name);
	b->is_spent = true;
	return true;
}

const char *summary_add_stranger(struct engine *e, const char *callee, struct loc loc)
{
	const char *doubt;

	vec_for_each_ptr(const struct stranger, x, &e->summary->strangers)
		if (strcmp(x->callee, callee) == 0)
			return x->doubt;
	doubt = arena_printf(e->out, "%s() has neither body nor model", callee);
	*vec_push(e->out, &e->summary->strangers) = (struct stranger){ callee, doubt, loc };
	return doubt;
}

void summary_set_incomplete(struct engine *e, struct loc loc, const char *fmt, ...)
{
	va_list ap;

	if (e->summary->incomplete)
		return;
	va_start(ap, fmt);
	e->summary->incomplete = arena_vprintf(e->out, fmt, ap);
	va_end(ap);
	e->summary->incomplete_loc = loc;
}

/* ---- paths ---- */

static bool is_return_of(const struct path_step *call, const struct path_step *ret)
{
	static const char calling[] = "calling '", returning[] = "returning from '";

	return !strncmp(call->message, calling, sizeof(calling) - 1) &&
	       !strncmp(ret->message, returning, sizeof(returning) - 1) &&
	       !strcmp(call->message + sizeof(calling) - 1, ret->message + sizeof(returning) - 1);
}

void summary_path(struct engine *e, const struct state *s, struct path_list *out)
{
	size_t n = 0;

	for (const struct step *p = s->steps; p; p = p->prev)
		n++;
	out->steps.v = arena_array(e->out, n + 1, sizeof(*out->steps.v));
	out->steps.cap = out->steps.n = n;
	for (const struct step *p = s->steps; p; p = p->prev)
		out->steps.v[--n] = p->step;
	/* a call that decided nothing is no step of the story */
	for (size_t i = 0; i < out->steps.n; i++) {
		if (n && is_return_of(&out->steps.v[n - 1], &out->steps.v[i]))
			n--;
		else
			out->steps.v[n++] = out->steps.v[i];
	}
	out->steps.n = n;
}

/* ---- classes of returned values ---- */

static struct range class_range(const struct limits *l, enum ret_class c)
{
	struct range r;

	switch (c) {
	case RET_WILD:
		return range_of(WIDE_MIN, -(wide)l->errno_max - 1);
	case RET_INTERNAL:
		return range_of(-(wide)l->internal_max, -(wide)l->internal_min);
	case RET_ZERO:
		return range_single(0);
	case RET_POSITIVE:
		return range_of(1, WIDE_MAX);
	default:
		r = range_of(-(wide)l->errno_max, -1);
		return range_without(&r, -(wide)l->internal_max, -(wide)l->internal_min);
	}
}

/* The steps of @s behind @since, put behind @steps. */
static const struct step *spliced(struct engine *e, const struct step *from,
				  const struct step *since, const struct step *steps)
{
	struct step *copy;

	if (!from || from == since)
		return steps;
	copy = arena_new_of(e->arena, struct step);
	copy->step = from->step;
	copy->prev = spliced(e, from->prev, since, steps);
	return copy;
}

static void failure_path(struct engine *e, const struct state *s, const struct failure *f,
			 struct path_list *out)
{
	struct state own = { .steps = spliced(e, s->steps, f->since, f->steps) };

	if (f->steps)
		summary_path(e, &own, out);
}

/* Whether what came after a failure, or before it, may be meant to make up for it. */
static bool is_made_up_for(const struct state *s, const struct failure *f)
{
	if (f->is_one_of_many || !(f->is_told || f->is_mixed))
		return false;
	return s->bytes_tests > f->tests_before || s->check_successes > f->successes_before ||
	       (f->is_alternative && !f->is_only_told && !f->is_logged);
}

static void add_failures(struct engine *e, const struct state *s, struct outcome *o)
{
	for (size_t i = 0; i < s->failures.n; i++) {
		const struct failure *f = &s->failures.v[i];
		struct outcome_failure *out;

		if (f->is_printed || f->is_passed_on)
			continue;
		out = vec_push(e->out, &o->failures);
		*out = (struct outcome_failure){
			.callee = f->callee,
			.call = f->call,
			.tested = f->tested,
			.is_deliberate = f->is_deliberate,
			.is_relevant = f->is_relevant,
			.is_status = f->is_status,
			.is_device = f->is_device,
			.is_answered = is_made_up_for(s, f),
		};
		failure_path(e, s, f, &out->path);
	}
}

/* The text on the page, as far as it is known. */
static void add_written(struct engine *e, struct state *s, struct outcome *o, struct aval value)
{
	struct text t = mem_text(e, s, value_address(e->page, 0));

	o->written = eval(e, s, t.length);
	o->minus_written = eval(e, s, value_sub(&e->syms, value, t.length));
	o->written_doubt = state_doubt(&e->syms, s, t.length);
	memcpy(o->shown, t.blame, sizeof(o->shown));
	o->spelling = t.spelling;
	o->printed = printed_export(e->out, t.printed, t.spelling);
}

/*
 * A value of doubtful range that the path has tied to others by an equation is
 * no longer doubtful: write it as those others.
 */
static struct aval by_equation(struct engine *e, const struct state *s, struct aval v)
{
	for (size_t i = 0; i < s->bounds.n && v.sym && sym_get(&e->syms, v.sym)->doubt; i++) {
		const struct bound *b = &s->bounds.v[i];
		const struct sym *y = sym_get(&e->syms, b->sym);
		struct aval rest, other;
		size_t k = 0;

		if (y->kind != SYM_LINEAR || !range_is_single(b->range))
			continue;
		while (k < y->nterms && (y->term[k].sym != v.sym || y->term[k].coef != 1))
			k++;
		if (k == y->nterms)
			continue;
		/* v.sym + rest = c */
		rest = value_sub(&e->syms, (struct aval){ .sym = b->sym },
				 (struct aval){ .sym = v.sym });
		other = value_sub(&e->syms, value_const(range_min(b->range) + v.k), rest);
		if (!state_doubt(&e->syms, s, other)) {
			other.origin = v.origin;
			return other;
		}
	}
	return v;
}

static bool is_comparison(const struct engine *e, struct aval v)
{
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;

	return y && y->kind == SYM_EXPR && ir_ops[y->op].flags & IROP_COMPARE;
}

static void add_facts(struct engine *e, struct state *s, struct outcome *o)
{
	for (size_t i = 0; i < s->facts.n; i++) {
		const struct fact *f = &s->facts.v[i];

		if (f->kind == FACT_KEPT || f->kind == FACT_FREED)
			continue; /* events say what there is to say */
		if (f->kind != FACT_CHANGED || !changed_is_restored(e, s, f))
			*vec_push(e->out, &o->facts) = *f;
	}
}

static void add_outcome(struct engine *e, const struct exit_state *x, struct state *s,
			enum ret_class cls)
{
	struct outcome *o = vec_push(e->out, &e->summary->outcomes);
	struct aval v = by_equation(e, s, simplify_value(e, s, x->value));
	struct range all, want;

	const char *doubt = rows_doubt(e, s, v); /* of the value; what a table holds is returned */

	o->cls = cls;
	o->ret = eval(e, s, v);
	o->doubt = s->doubt ? s->doubt : doubt;
	all = eval(e, x->state, x->value);
	want = class_range(e->limits, cls);
	o->reach_doubt = s->reach_doubt;
	o->class_doubt = s->reach_doubt ? s->reach_doubt : range_subset(&all, &want) ? NULL : doubt;
	o->is_constant = value_is_const(v);
	o->path_doubt = s->doubt || range_subset(&all, &want) ? s->doubt : o->doubt;
	o->is_let_pass = let_pass(e, s, v, &o->ret);
	o->named_errno = !value_is_const(v) || v.flags & VF_NAMED_ERRNO;
	o->interrupted = s->interrupted;
	o->is_bool = is_comparison(e, v);
	o->bytes_tests = s->bytes_tests;
	o->count_tests = s->count_tests;
	o->bytes_doubt = s->bytes_doubt;
	o->input = input_summarise(e, s);
	if (e->user && e->has_count)
		input_refusals(e, s, o);
	o->failures_doubt = s->failures_doubt;
	o->loc = x->loc;
	o->origin = v.origin ? v.origin->loc : x->loc;
	o->origin_function = v.origin ? v.origin->function : e->summary->handler->name;
	o->is_tail_call = x->is_tail_call && v.origin;
	o->minus_count = o->minus_written = o->written = range_all();
	if (e->has_count)
		o->minus_count = eval(e, s, value_sub(&e->syms, v, e->count));
	if (e->page)
		add_written(e, s, o, v);
	add_failures(e, s, o);
	add_facts(e, s, o);
	identity_conditions(e, s, o);
	summary_path(e, s, &o->path);
}

static void add_outcomes(struct engine *e, const struct exit_state *x)
{
	for (enum ret_class c = 0; c < RET_CLASSES; c++) {
		struct range want = class_range(e->limits, c), have = eval(e, x->state, x->value);
		struct state *s;

		have = range_intersect(&have, &want);
		if (range_is_empty(&have))
			continue;
		s = state_fork(e->arena, x->state);
		if (assume_in(e, s, x->value, &want))
			add_outcome(e, x, s, c);
	}
}

void summarise(struct engine *e, const exit_list *exits)
{
	vec_for_each_ptr(struct exit_state, x, exits) {
		add_outcomes(e, x);
		outlive_return(e, x->state);
	}
}
