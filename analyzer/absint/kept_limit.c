// SPDX-License-Identifier: MIT
/*
 * Limits of the numbers that a driver keeps.
 *
 * A function that others call only by its name is interpreted as a part of its
 * callers, up to those that anybody may call: so it is known what it is given. A run
 * (watch.c) is never repeated. In it a load knows only limits that come from constants,
 * so that no run asks for another.
 */
#include "absint/kept_limit.h"
#include "absint/numbers.h"
#include "absint/prepare.h"
#include "absint/watch.h"

#define MAX_ROOTS 12
#define MAX_DEPTH 4

struct kept_limits {
	struct arena *arena;
	struct absint *x;
	struct numbers *numbers;
	struct map *runs; /* struct watch by function */
};

struct kept_limits *kept_limits_new(struct arena *a, struct absint *x, struct numbers *n)
{
	struct kept_limits *k = arena_new_of(a, struct kept_limits);

	*k = (struct kept_limits){ .arena = a, .x = x, .numbers = n, .runs = map_new(a) };
	return k;
}

/* ---- runs ---- */

static const struct watch *run_of(struct kept_limits *k, struct func_id id)
{
	const char *key = arena_printf(k->arena, "%p", (const void *)id.func);
	struct watch *w = map_get(k->runs, key);

	if (!w) {
		w = arena_new_of(k->arena, struct watch);
		w->arena = k->arena;
		w->numbers_of = k->numbers;
		map_put(k->runs, key, w);
		absint_watch(k->x, id, w);
	}
	return w;
}

typedef VEC(struct func_id) func_list;

/* The functions that run with @id in them, from where nobody knows who calls. */
static bool find_roots(struct kept_limits *k, struct func_id id, func_list *out, int depth)
{
	const struct number_callers *c = numbers_callers(k->numbers, id.func);

	if (depth > MAX_DEPTH || out->n >= MAX_ROOTS)
		return false;
	if (!c || c->is_root || !c->funcs.n) {
		*vec_push(k->arena, out) = id;
		return true;
	}
	vec_for_each_ptr(const struct func_id, f, &c->funcs)
		if (!find_roots(k, *f, out, depth + 1))
			return false;
	return true;
}

/* ---- limits ---- */

static void add_values(struct number_limit *l, const struct watched *x)
{
	bool is_first = range_is_empty(&l->set);

	if (range_is_empty(&x->range))
		return;
	l->depends |= x->depends || (!is_first && range_max(&x->range) != range_max(&l->set));
	if (is_first || range_max(&x->range) > range_max(&l->set) ||
	    (range_max(&x->range) == range_max(&l->set) && x->is_expected && !l->is_expected)) {
		l->is_expected = x->is_expected;
		l->loc = x->loc;
	}
	l->set = range_union(&l->set, &x->range);
}

/* All that a run with one of the stores in it left there. */
static bool add_store(struct kept_limits *k, struct number_limit *l, const struct number_place *p,
		      const struct number_store *x)
{
	func_list roots = { 0 };

	if (!find_roots(k, x->func, &roots, 0))
		return false;
	vec_for_each_ptr(const struct func_id, f, &roots) {
		const struct watch *w = run_of(k, *f);

		if (w->gave_up)
			return false;
		vec_for_each_ptr(const struct watched, seen, &w->numbers)
			if (seen->place == p)
				add_values(l, seen);
	}
	return true;
}

static bool is_narrow(enum ir_type t)
{
	return ir_type_bits(t) <= 16;
}

static struct number_limit *find_limit(struct kept_limits *k, const struct number_place *p)
{
	struct number_limit *l = arena_new_of(k->arena, struct number_limit);
	struct range full = type_range(p->type), zero = range_single(0);

	*l = (struct number_limit){ .name = p->name };
	vec_for_each_ptr(const struct number_constant, c, &p->constants) {
		struct watched x = { .range = range_single(c->value),
				     .is_expected = true,
				     .loc = c->loc };

		add_values(l, &x);
	}
	vec_for_each_ptr(const struct number_store, x, &p->stores)
		if ((range_equal(&l->set, &full) && !is_narrow(p->type)) || !add_store(k, l, p, x))
			return NULL;
	l->range = range_union(&l->set, &zero); /* memory begins cleared */
	if (!range_subset(&full, &l->range))
		return l;
	/* a byte that is set to any value is as great as that for a loop */
	return l->is_expected && is_narrow(p->type) && range_subset(&full, &l->set) ? l : NULL;
}

static struct number_place *place_at(const struct kept_limits *k, const struct engine *e,
				     struct aval a)
{
	const struct region *r = region_get(e, a.region);
	const char *member = value_inner_member(a);

	if (r->kind != REGION_OUTSIDE && r->kind != REGION_GLOBAL)
		return NULL;
	if (member)
		return numbers_member(k->numbers, member);
	return r->kind == REGION_GLOBAL && !a.extent ? numbers_global(k->numbers, r->global.global)
						     : NULL;
}

static void note_met(struct engine *e, const struct number_limit *l)
{
	if (!l || !l->is_expected || e->watch)
		return;
	for (size_t i = 0; i < e->summary->limits.n; i++)
		if (e->summary->limits.v[i] == l)
			return;
	*vec_push(e->out, &e->summary->limits) = l;
}

const struct number_limit *kept_limit(struct engine *e, struct aval a, enum ir_type t)
{
	struct kept_limits *k = e->kept_limits;
	struct number_place *p = k ? place_at(k, e, a) : NULL;

	if (!p || p->type != t || (e->watch && p->stores.n))
		return NULL;
	if (!p->is_asked) {
		p->is_asked = true;
		p->limit = find_limit(k, p);
	}
	if (p->limit && range_is_empty(&p->limit->set))
		return NULL; /* nobody sets it, as far as is known */
	note_met(e, p->limit);
	return p->limit;
}

void kept_limit_mark(struct engine *e, uint32_t sym, const struct number_limit *l)
{
	sym_get(&e->syms, sym)->is_expected |= l->is_expected;
	if (range_contains(&l->set, 0))
		return;
	vec_for_each_ptr(const struct unset_number, u, &e->unset)
		if (u->sym == sym)
			return;
	*vec_push(e->arena, &e->unset) = (struct unset_number){ sym, l };
}

/* ---- branches ---- */

/* Whether @sym is made of a number that the driver keeps. */
static bool is_kept(const struct engine *e, uint32_t sym, int depth)
{
	const struct sym *y = sym ? sym_get(&e->syms, sym) : NULL;
	enum region_kind kind;

	if (!y || depth > MAX_DEPTH)
		return y != NULL;
	if (y->kind == SYM_EXPR)
		return is_kept(e, y->a.sym, depth + 1) || is_kept(e, y->b.sym, depth + 1);
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (is_kept(e, y->term[i].sym, depth + 1))
			return true;
	kind = region_get(e, y->at.region)->kind;
	return kind == REGION_OUTSIDE || kind == REGION_GLOBAL;
}

void kept_limit_branch(struct engine *e, struct state *s, struct aval cond)
{
	const struct number_limit *l = e->at_limit;

	if (l && l->depends && is_kept(e, cond.sym, 0))
		state_add_doubt(s, "what else the driver keeps may depend on it");
	vec_for_each_ptr(const struct unset_number, u, &e->unset) {
		struct range now = eval(e, s, (struct aval){ .sym = u->sym });

		now = range_intersect(&now, &u->limit->set);
		if (range_is_empty(&now))
			state_add_doubt(s, arena_printf(e->out, "'%s' is 0 only until it is set",
							u->limit->name));
	}
}

/* ---- reasons ---- */

static bool has_term(const struct engine *e, uint32_t sum, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sum);

	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (y->term[i].sym == sym)
			return true;
	return sum == sym;
}

/* Whether a relation of the path has both @a and a part of @d. */
static bool is_related(const struct engine *e, const struct state *s, uint32_t a, uint32_t d)
{
	const struct sym *y = sym_get(&e->syms, d);
	struct term self = { d, 1 };
	const struct term *term = y->kind == SYM_LINEAR ? y->term : &self;
	size_t n = y->kind == SYM_LINEAR ? y->nterms : 1;

	if (has_term(e, d, a))
		return true;
	for (size_t i = 0; i < s->bounds.n; i++)
		for (size_t k = 0; k < n; k++)
			if (has_term(e, s->bounds.v[i].sym, a) &&
			    has_term(e, s->bounds.v[i].sym, term[k].sym))
				return true;
	return false;
}

static const char *name_of(const struct engine *e, const struct sym *y)
{
	const struct region *r = region_get(e, y->at.region);
	const struct extent *x = y->at.extent;

	if (x) /* a number of its own, none of an array */
		return x->size <= (wide)sizeof(uint64_t) ? x->inner : NULL;
	return r->kind == REGION_GLOBAL && value_is_const(r->size) &&
			       r->size.k <= (wide)sizeof(uint64_t)
		       ? r->name
		       : NULL;
}

static const char *missing_limit(struct engine *e, const struct state *s, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);
	struct range now = eval(e, s, (struct aval){ .sym = sym });
	enum region_kind kind = region_get(e, y->at.region)->kind;
	char most[WIDE_CHARS];

	if (y->kind != SYM_ATOM || !y->at.region || !name_of(e, y) || range_is_empty(&now) ||
	    (kind != REGION_OUTSIDE && kind != REGION_GLOBAL))
		return NULL;
	if (range_is_empty(&y->base) || range_max(&y->base) >= INT32_MAX)
		return arena_printf(e->out, "how great '%s' may be is not known", name_of(e, y));
	return arena_printf(e->out, "whether '%s' gets as great as %s is not known", name_of(e, y),
			    wide_format(range_max(&now), most));
}

/* Whether @t is the counter of a loop, or a number of user space's that @b keeps from above. */
static bool is_limited_by(const struct engine *e, const struct bound *b, struct term t)
{
	const struct sym *y = sym_get(&e->syms, t.sym);

	return y->is_widened || (y->deps & (DEP_COUNT | DEP_BYTES) && t.coef > 0 &&
				 !range_is_empty(b->range) && range_max(b->range) < WIDE_MAX);
}

const char *kept_limit_missing(struct engine *e, const struct state *s, struct aval d)
{
	const char *why = NULL;

	for (size_t i = 0; i < s->bounds.n && d.sym && !why; i++) {
		const struct bound *b = &s->bounds.v[i];
		const struct sym *y = sym_get(&e->syms, b->sym);

		for (size_t k = 0; y->kind == SYM_LINEAR && y->nterms == 2 && k < 2 && !why; k++)
			if (is_limited_by(e, b, y->term[k]) &&
			    is_related(e, s, y->term[k].sym, d.sym))
				why = missing_limit(e, s, y->term[!k].sym);
	}
	return why;
}

/* "for (i = 0; i < p->n; i++) a[i]": in the last of the rounds that were followed, n is @least. */
static bool is_index_below(wide offset, wide least)
{
	return least > 1 && offset > 0 && (offset % (least - 1) == 0 || offset % least == 0);
}

const char *kept_limit_reached(struct engine *e, const struct state *s, struct aval offset)
{
	for (size_t i = 0; value_is_const(offset) && i < s->bounds.n; i++) {
		const struct bound *b = &s->bounds.v[i];
		const struct range *base = &sym_get(&e->syms, b->sym)->base;
		const char *why;

		if (!(b->tested & TESTED_LEAST) || range_is_empty(b->range) ||
		    range_min(b->range) <= range_min(base) ||
		    !is_index_below(offset.k, range_min(b->range)))
			continue;
		why = missing_limit(e, s, b->sym);
		if (why)
			return why;
	}
	return NULL;
}
