// SPDX-License-Identifier: MIT
#include "absint/kept_limit.h"
#include "absint/watch.h"

#define MAX_DEPTH   4
#define MAX_PENDING 64

/* ---- whether the driver counts with the greatest value ---- */

static bool is_expected(struct engine *e, const struct state *s, struct aval v, int depth);

/* A part that was cut out of a number. */
static bool is_expected_part(struct engine *e, const struct state *s, const struct sym *y,
			     int depth)
{
	struct range a = eval(e, s, y->a);
	struct sym copy = *y;

	if (!value_is_const(copy.b) || range_is_empty(&a))
		return false;
	switch (copy.op) {
	case OP_AND:
		return range_max(&a) >= copy.b.k;
	case OP_REM:
		return range_max(&a) >= copy.b.k - 1;
	case OP_SHR:
	case OP_DIV:
		return is_expected(e, s, copy.a, depth + 1);
	default:
		return false;
	}
}

/* Whoever tests "n > 64" or masks with 63 counts with what that leaves. */
static bool is_expected(struct engine *e, const struct state *s, struct aval v, int depth)
{
	const struct sym *y = v.sym ? sym_get(&e->syms, v.sym) : NULL;
	const struct bound *b = v.sym ? state_known(s, v.sym) : NULL;

	if (!state_doubt(&e->syms, s, v))
		return true;
	if (b && b->tested && !range_is_empty(b->range) && !range_is_empty(&y->base) &&
	    range_max(b->range) < range_max(&y->base))
		return true;
	if (depth > MAX_DEPTH)
		return false;
	if (y->kind == SYM_LINEAR)
		return y->nterms == 1 && y->term[0].coef > 0 &&
		       is_expected(e, s, (struct aval){ .sym = y->term[0].sym }, depth + 1);
	return y->kind == SYM_EXPR && is_expected_part(e, s, y, depth);
}

/* ---- what is left there ---- */

static struct watched *watched_of(struct watch *w, const struct number_place *p)
{
	struct watched *new;

	vec_for_each_ptr(struct watched, x, &w->numbers)
		if (x->place == p)
			return x;
	new = vec_push(w->arena, &w->numbers);
	new->place = p;
	return new;
}

static void add(struct engine *e, const struct number_place *p, const struct range *r,
		bool expected, struct loc loc)
{
	struct watched *x = watched_of(e->watch, p);
	bool is_first = range_is_empty(&x->range);

	if (range_is_empty(r))
		return;
	x->depends |= !is_first && range_max(r) != range_max(&x->range);
	if (is_first || range_max(r) > range_max(&x->range)) {
		x->is_expected = expected;
		x->loc = loc;
	} else if (range_max(r) == range_max(&x->range)) {
		x->is_expected |= expected;
	}
	x->range = range_union(&x->range, r);
}

static void add_value(struct engine *e, struct state *s, const struct number_place *p,
		      struct aval v, struct loc loc)
{
	struct range r = eval(e, s, v);

	bool is_sure = !s->doubt || s->only_looped || e->is_coarse; /* merging is no objection */

	add(e, p, &r, is_sure && is_expected(e, s, v, 0), loc);
}

/* ---- objects that the run made ---- */

static bool is_hidden(struct engine *e, const struct state *s, struct aval to)
{
	return !s->is_exposed && to.region && !to.sym &&
	       region_get(e, to.region)->kind == REGION_HEAP;
}

/* Returns false if there is no room to remember it. */
static bool put_off(struct engine *e, const struct number_place *p, struct aval to)
{
	struct watch *w = e->watch;

	vec_for_each_ptr(const struct pending_number, x, &w->pending)
		if (value_same(x->at, to))
			return true;
	if (w->pending.n == MAX_PENDING)
		return false;
	*vec_push(w->arena, &w->pending) = (struct pending_number){ p, to, e->at };
	return true;
}

void watch_expose(struct engine *e, struct state *s)
{
	s->is_exposed = true;
	vec_for_each_ptr(const struct pending_number, x, &e->watch->pending)
		if (state_contents(s, x->at.region))
			add_value(e, s, x->place, mem_load(e, s, x->at, x->place->type), x->loc);
}

/* ---- writes ---- */

/* The address of an object that the run made goes into memory that others know. */
static bool gives_away(const struct engine *e, struct aval to, struct aval v)
{
	enum region_kind kind = region_get(e, to.region)->kind;

	return v.region && region_get(e, v.region)->kind == REGION_HEAP && kind != REGION_LOCAL &&
	       kind != REGION_HEAP;
}

void watch_store(struct engine *e, struct state *s, const struct ir_insn *in, struct aval to,
		 struct aval v)
{
	const struct number_place *p;

	if (in->type == IRT_PTR && gives_away(e, address_of(e, s, to), v))
		watch_expose(e, s);
	p = numbers_stored(e->watch->numbers_of, in, NUMBER_STORED);
	if (p && !(is_hidden(e, s, to) && put_off(e, p, to)))
		add_value(e, s, p, v, in->loc);
}

void watch_callee(struct engine *e, struct state *s, const struct ir_insn *in, size_t n,
		  struct aval to)
{
	const struct number_place *p = numbers_stored(e->watch->numbers_of, in, n);
	struct range any;

	if (!p || (is_hidden(e, s, to) && put_off(e, p, to)))
		return;
	any = type_range(p->type);
	add(e, p, &any, false, in->loc);
}

/* ---- calls ---- */

/* One that answers with success or an errno, and yields nothing: it may register something. */
void watch_model(struct engine *e, struct state *s, const struct model *m)
{
	bool can_fail = false;

	vec_for_each_ptr(const struct model_case, c, &m->cases) {
		can_fail |= c->is_failure && (c->ret.kind == MR_CONST || c->ret.kind == MR_SET);
		vec_for_each_ptr(const struct model_effect, f, &c->effects)
			if (f->kind == ME_STORE || f->kind == ME_CHANGE || f->kind == ME_PRINT)
				return;
	}
	if (can_fail)
		watch_expose(e, s);
}
