// SPDX-License-Identifier: MIT
/*
 * Merging states.
 *
 * Where two states hold different values in one place, the merged one holds a
 * new symbol whose range covers both. Places that held the same pair of values
 * get the same symbol, so what moved together stays together: after a loop of
 * "len += n" the local len and the length of the text still agree.
 *
 * At a loop head the merge also widens: a bound that grew jumps to the next of
 * a few thresholds (round numbers, what the function compares with, where the
 * object of a text or a string in memory ends), so a loop settles after a handful of rounds. Of
 * relations only F <= C, F < C and their mirror images survive, between the new symbols and the
 * symbols drivers compare with (count, a string's length).
 */
#include <string.h>

#include "absint/asked.h"
#include "absint/engine.h"
#include "absint/joiner.h"
#include "absint/reach.h"
#include "absint/memory.h"
#include "absint/input.h"
#include "absint/shape.h"

#define N(array) (sizeof(array) / sizeof(*(array)))

/* ---- values ---- */

static const int64_t low_steps[] = { INT64_MIN, INT32_MIN, -4095, -1, 0, 1 };
static const int64_t high_steps[] = { -1, 0, 1, 4095, 4096, INT32_MAX, INT64_MAX };

/* The greatest of @n steps that is at most @v, if it is more than @least. */
static wide step_below(const int64_t *step, size_t n, wide v, wide least)
{
	while (n && step[n - 1] > v)
		n--;
	return n && step[n - 1] > least ? step[n - 1] : least;
}

static wide step_above(const int64_t *step, size_t n, wide v, wide most)
{
	size_t i = 0;

	while (i < n && step[i] < v)
		i++;
	return i < n && step[i] < most ? step[i] : most;
}

static wide widen_low(const struct func_shape *f, wide old, wide new)
{
	wide step = step_below(low_steps, N(low_steps), new, WIDE_MIN);

	return new >= old ? old : step_below(f->limits.v, f->limits.n, new, step);
}

static wide widen_high(const struct joiner *j, wide old, wide new)
{
	wide step = step_above(high_steps, N(high_steps), new, WIDE_MAX);

	step = step_above(j->shape->limits.v, j->shape->limits.n, new, step);
	step = step_above(j->ends, j->nends, new, step);
	return new <= old ? old : j->room >= new && j->room < step ? j->room : step;
}

static struct range join_range(const struct joiner *j, const struct range *a, const struct range *b)
{
	if (!j->widen || range_is_empty(a) || range_is_empty(b))
		return range_union(a, b);
	if (range_subset(b, a))
		return *a;
	return range_of(widen_low(j->shape, range_min(a), range_min(b)),
			widen_high(j, range_max(a), range_max(b)));
}

/* Whether the next round's value is the last one's and a fixed number more, not just one. */
static bool is_strided(struct joiner *j, struct aval a, struct aval b)
{
	wide d = b.k - a.k;

	if (j->widen && a.sym == b.sym)
		return d > 1 || d < -1;
	return sym_get(&j->e->syms, a.sym)->is_strided || sym_get(&j->e->syms, b.sym)->is_strided;
}

/*
 * What @a was when it was widened last. What a relation leaves of that grows with the
 * other number, and that with this one in the next round: two may drive each other on for ever.
 */
static struct range widened_range(const struct joiner *j, struct aval a)
{
	const struct sym *y = sym_get(&j->e->syms, a.sym);

	return j->is_last && y->is_widened ? range_shift(&y->base, a.k) : eval(j->e, j->a, a);
}

/* @k is what the place adds to the values: what it is compared with is their sum. */
static struct aval join_pair(struct joiner *j, struct aval a, struct aval b, wide k)
{
	struct range ra = widened_range(j, a), rb = eval(j->e, j->b, b);
	struct range sa = range_shift(&ra, k), sb = range_shift(&rb, k);
	struct range both = join_range(j, &sa, &sb);
	struct sym_spec spec = {
		.range = range_shift(&both, -k),
		.deps = value_deps(&j->e->syms, a) | value_deps(&j->e->syms, b),
	};
	const char *da = value_doubt(&j->e->syms, a), *db = value_doubt(&j->e->syms, b);
	struct aval v;

	if (!(value_deps(&j->e->syms, a) & value_deps(&j->e->syms, b) & DEP_UNINIT))
		spec.deps &= ~(unsigned int)DEP_UNINIT; /* set on one side: only doubtful */
	spec.doubt = j->widen ? j->doubt : da ? da : db;
	v = sym_fresh(&j->e->syms, &spec);
	sym_get(&j->e->syms, v.sym)->is_strided = is_strided(j, a, b);
	sym_get(&j->e->syms, v.sym)->is_widened = j->widen;
	sym_inherit(&j->e->syms, v.sym, a.sym);
	sym_inherit(&j->e->syms, v.sym, b.sym);
	let_pass_join(j->e, j->a, a, v);
	let_pass_join(j->e, j->b, b, v);
	return v;
}

static struct aval find_pair(struct joiner *j, struct aval a, struct aval b)
{
	wide k = a.k;
	struct aval v;

	/* sa + ka and sb + kb are F + ka with F = (sa, sb + (kb - ka)) */
	a.k = 0;
	b.k = wide_add(b.k, -k);
	for (size_t i = 0; i < j->n; i++)
		if (value_same(j->pairs[i].a, a) && value_same(j->pairs[i].b, b)) {
			j->pairs[i].is_byte &= j->in_bytes;
			v = j->pairs[i].fresh;
			v.k = wide_add(v.k, k);
			return v;
		}
	v = join_pair(j, a, b, k);
	if (j->n < MAX_PAIRS)
		j->pairs[j->n++] = (struct pair){ a, b, v, k, j->in_bytes };
	v.k = wide_add(v.k, k);
	return v;
}

static bool may_be_user(const struct engine *e, struct aval v)
{
	return (v.region && v.region == e->user) || (v.sym && sym_get(&e->syms, v.sym)->maybe_user);
}

static struct aval unknown_pointer(struct joiner *j, struct aval a, struct aval b)
{
	struct range ra = eval(j->e, j->a, a), rb = eval(j->e, j->b, b);
	struct sym_spec spec = { .range = range_union(&ra, &rb), .doubt = j->doubt };
	struct aval v;

	if (!spec.doubt)
		spec.doubt = "one of several addresses";
	v = sym_anything(&j->e->syms, &spec);
	sym_get(&j->e->syms, v.sym)->maybe_user = may_be_user(j->e, a) || may_be_user(j->e, b);
	return v;
}

static struct aval join_value(struct joiner *j, struct aval a, struct aval b)
{
	struct aval v;

	if (j->widen) { /* tests since then may have shown that a conversion changes nothing */
		a = simplify_value(j->e, j->a, a);
		b = simplify_value(j->e, j->b, b);
	}
	if (value_same(a, b)) {
		v = a;
	} else if (a.region != b.region) {
		return unknown_pointer(j, a, b);
	} else {
		v = find_pair(j, value_offset(a), value_offset(b));
		v.region = a.region;
	}
	v.flags = (a.flags & b.flags) | ((a.flags | b.flags) & VF_STEPPED);
	v.failure = a.failure == b.failure ? a.failure : 0;
	if (a.failure != b.failure)
		j->out->failures_doubt = j->doubt;
	v.origin = a.origin == b.origin ? a.origin : NULL;
	v.extent = extent_same(a.extent, b.extent) ? a.extent : &extent_unclear;
	return v;
}

/* ---- memory ---- */

static const struct contents *either_contents(struct joiner *j, struct state *s, uint32_t region)
{
	const struct contents *c = state_contents(s, region);

	return c ? c : mem_default(j->e, s, region);
}

static bool has_cell(const struct contents *c, const struct cell *x)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->cells[i].offset == x->offset && c->cells[i].size == x->size)
			return true;
	return false;
}

/*
 * Returns whether all were kept. A loop that went over a table leaves more
 * cells than can be followed: then it is not known any more what they hold.
 */
static bool join_cells(struct joiner *j, uint32_t region, struct contents *out,
		       const struct contents *from, const struct contents *skip)
{
	bool kept = true;

	for (size_t i = 0; i < from->n; i++) {
		struct cell c = from->cells[i];
		struct aval at = value_address(region, c.offset), a, b;

		if (skip && has_cell(skip, &c))
			continue;
		a = mem_load(j->e, j->a, at, c.type);
		b = mem_load(j->e, j->b, at, c.type);
		if (j->widen && j->n == MAX_PAIRS && !value_same(a, b)) {
			kept = false;
			continue;
		}
		j->in_bytes = c.size == 1 && !region_get(j->e, region)->is_number;
		c.value = join_value(j, a, b);
		j->in_bytes = false;
		out->cells[out->n++] = c;
	}
	return kept;
}

static void sort_cells(struct contents *c)
{
	for (size_t i = 1; i < c->n; i++)
		for (size_t k = i; k && c->cells[k].offset < c->cells[k - 1].offset; k--) {
			struct cell t = c->cells[k];

			c->cells[k] = c->cells[k - 1];
			c->cells[k - 1] = t;
		}
	for (size_t i = 1; i < c->n; i++)
		if (c->cells[i - 1].offset + (int64_t)c->cells[i - 1].size > c->cells[i].offset)
			c->n = 0; /* overlapping in different sizes: know nothing */
}

static void join_rest(struct joiner *j, struct contents *out, const struct contents *a,
		      const struct contents *b)
{
	out->deps = a->deps | b->deps;
	out->fill = a->fill;
	out->epoch = a->epoch;
	out->doubt = a->doubt ? a->doubt : b->doubt;
	out->smear = a->smear ? a->smear : b->smear;
	out->is_led_to = a->is_led_to || b->is_led_to;
	out->is_joined = a->is_joined;
	if (a->fill != b->fill || a->epoch != b->epoch) {
		out->fill = FILL_UNKNOWN;
		out->epoch = ++j->e->next_epoch;
		out->is_joined = true;
		out->deps |= a->part.deps | b->part.deps;
		out->doubt = out->doubt	     ? out->doubt
			     : a->part.doubt ? a->part.doubt
					     : b->part.doubt;
	} else {
		out->part = stretch_join(j->e, &a->part, &b->part);
	}
	out->user = input_join_text(a->user, b->user);
}

/* ---- texts ---- */

/* Bytes that @t can have where it is, its NUL in the object, too; 0: not known. */
static wide room_for_text(const struct engine *e, uint32_t region, const struct text *t)
{
	const struct region *r = region_get(e, region);
	wide end = r->size_known && value_is_const(r->size) ? r->size.k : INT64_MAX;

	if (end > t->limit)
		end = t->limit;
	return end < INT64_MAX ? end - t->at - !t->is_open : 0;
}

/* A loop settles only by what was written: tests say something else in each round. */
static struct text joined_text(struct joiner *j, struct state *s, uint32_t region, int64_t at)
{
	struct aval a = value_address(region, at);
	struct text t = j->widen ? text_as_written(j->e, s, a) : text_at(j->e, s, a);
	struct range r = eval(j->e, s, t.length);

	if (range_is_single(&r) && range_min(&r) == 0) /* what bytes it might have is no matter */
		text_keep(&t, (struct charset){ { 0 } });
	return t;
}

/* The texts at @at in either state become one; false if neither side knows enough. */
static bool join_text(struct joiner *j, uint32_t region, int64_t at, struct text *out)
{
	struct text a = joined_text(j, j->a, region, at), b = joined_text(j, j->b, region, at);

	if (a.is_guess && b.is_guess && region != j->e->page)
		return false;
	*out = text_any_of(&a, &b);
	out->at = at;
	out->is_guess = false;
	j->room = room_for_text(j->e, region, out);
	out->length = join_value(j, a.length, b.length);
	j->room = 0;
	return true;
}

/* Where a text may begin that nobody wrote, but all bytes of which were looked at; or INT64_MAX. */
static int64_t begin_of_sieve(const struct joiner *j, const struct contents *a,
			      const struct contents *b)
{
	return j->widen || !a->sieve.is_set || !b->sieve.is_set ? INT64_MAX : a->sieve.from;
}

static void join_texts(struct joiner *j, uint32_t region, struct contents *out,
		       const struct contents *a, const struct contents *b)
{
	struct text *v = arena_array(j->e->arena, a->ntexts + b->ntexts + 2, sizeof(*v));
	int64_t sieved = begin_of_sieve(j, a, b);
	size_t n = 0, ia = 0, ib = 0;

	while (ia < a->ntexts || ib < b->ntexts || sieved != INT64_MAX) {
		int64_t at_a = ia < a->ntexts ? a->texts[ia].at : INT64_MAX;
		int64_t at_b = ib < b->ntexts ? b->texts[ib].at : INT64_MAX;
		int64_t at = at_a < at_b ? at_a : at_b;

		at = sieved < at ? sieved : at;
		if (join_text(j, region, at, &v[n]))
			n++;
		ia += at_a == at;
		ib += at_b == at;
		sieved = sieved == at ? INT64_MAX : sieved;
	}
	out->texts = v;
	out->ntexts = n;
}

static unsigned int deps_of_either(struct joiner *j, uint32_t region)
{
	struct aval at = value_address(region, 0);

	return mem_deps(j->e, j->a, at) | mem_deps(j->e, j->b, at);
}

static void join_region(struct joiner *j, uint32_t region)
{
	const struct contents *a = either_contents(j, j->a, region);
	const struct contents *b = either_contents(j, j->b, region);
	struct contents *out;
	bool kept;

	if (a == b)
		return;
	out = arena_new_of(j->e->arena, struct contents);
	out->cells = arena_array(j->e->arena, a->n + b->n + 1, sizeof(*out->cells));
	kept = join_cells(j, region, out, a, NULL);
	kept = join_cells(j, region, out, b, a) && kept;
	sort_cells(out);
	join_rest(j, out, a, b);
	if (!kept)
		contents_make_unknown(j->e, out, deps_of_either(j, region), j->doubt);
	state_set_contents(j->e->arena, j->out, region, out);
}

static void join_nul(struct joiner *j, struct contents *out, const struct contents *a,
		     const struct contents *b)
{
	out->has_nul = a->has_nul && b->has_nul;
	if (out->has_nul)
		out->nul = join_value(j, a->nul, b->nul);
}

static void join_texts_of(struct joiner *j, uint32_t region)
{
	const struct contents *a = either_contents(j, j->a, region);
	const struct contents *b = either_contents(j, j->b, region);
	struct contents *out;

	if (a == b ||
	    !(a->ntexts + b->ntexts + a->has_nul * b->has_nul + a->sieve.is_set + b->sieve.is_set))
		return;
	out = arena_new_of(j->e->arena, struct contents);
	*out = *either_contents(j, j->out, region);
	join_texts(j, region, out, a, b);
	join_nul(j, out, a, b);
	out->sieve = sieve_join(j, &a->sieve, &b->sieve);
	state_set_contents(j->e->arena, j->out, region, out);
}

/* Lengths come last: it is the counters in variables that are compared with limits. */
static void join_memory(struct joiner *j)
{
	for (size_t i = 0; i < j->a->mem.n; i++)
		join_region(j, j->a->mem.v[i].region);
	for (size_t i = 0; i < j->b->mem.n; i++)
		if (!state_contents(j->a, j->b->mem.v[i].region))
			join_region(j, j->b->mem.v[i].region);
	for (size_t i = 0; i < j->out->mem.n; i++)
		join_texts_of(j, j->out->mem.v[i].region);
}

static void join_tmps(struct joiner *j)
{
	j->out->tmps.n = 0;
	for (size_t i = 0; i < j->a->tmps.n; i++) {
		const struct tmp_value *t = &j->a->tmps.v[i];
		const struct aval *other = state_tmp(j->b, t->tmp);

		if (other)
			state_set_tmp(j->e->arena, j->out, t->tmp, join_value(j, t->value, *other));
	}
}

/* ---- what is known of symbols ---- */

static void push_bound(struct joiner *j, struct bound b, const struct range *r)
{
	struct range *copy = arena_new_of(j->e->arena, struct range);

	*copy = *r;
	b.range = copy;
	*vec_push(j->e->arena, &j->out->bounds) = b;
}

/* A widened loop forgets the bound @known of @sym; the number may still keep to it. */
static void forget_bound(struct joiner *j, uint32_t sym, const struct range *known)
{
	struct range loose = eval_quickly(j->e, j->out, sym);

	if (!range_subset(&loose, known))
		state_loosen(j->e->arena, j->out, sym, j->doubt);
}

/* A constant address, or a pointer that was found in memory. */
static bool is_led_to(const struct joiner *j, struct aval v)
{
	const struct sym *y = v.sym ? sym_get(&j->e->syms, v.sym) : NULL;

	return !y || (y->kind == SYM_ATOM && y->at.region);
}

/* A yes or no about what the loop leaves alone goes on; other operators are looked at anew. */
static bool is_of_loop(const struct joiner *j, uint32_t sym)
{
	const struct sym *y = sym_get(&j->e->syms, sym);

	return y->kind == SYM_EXPR &&
	       !((y->op == OP_EQ || y->op == OP_NE) && is_led_to(j, y->a) && is_led_to(j, y->b));
}

/* Symbols come before what is made of them, so their own bounds are settled first. */
static void join_bounds(struct joiner *j)
{
	for (size_t i = 0; i < j->b->loosened.n; i++)
		state_loosen(j->e->arena, j->out, j->b->loosened.v[i].sym,
			     j->b->loosened.v[i].doubt);
	j->out->bounds.n = 0;
	for (size_t i = 0; i < j->a->bounds.n; i++) {
		struct bound a = j->a->bounds.v[i];
		const struct bound *b = state_known(j->b, a.sym);
		struct range now = eval_quickly(j->e, j->b, a.sym);
		struct range both = range_union(a.range, &now);

		if (j->widen && (is_of_loop(j, a.sym) || !range_subset(&now, a.range))) {
			forget_bound(j, a.sym, &both);
			continue;
		}
		a.tested &= b ? b->tested : 0;
		push_bound(j, a, &both);
	}
}

/* ---- facts ---- */

bool state_same_tests(const struct state *a, const struct state *b)
{
	return failures_same(a, b) && a->interrupted == b->interrupted &&
	       !a->bytes_tests == !b->bytes_tests && !a->bytes_doubt == !b->bytes_doubt &&
	       input_same(a->input, b->input);
}

/* NULL here and an address there: no one value covers both. */
static bool is_null_of_two(struct aval a, struct aval b)
{
	return b.region && value_is_const(a) && !a.k;
}

static bool same_nulls_in(const struct contents *a, const struct contents *b)
{
	for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
		const struct cell *x = &a->cells[i], *y = &b->cells[k];

		if (x->offset == y->offset &&
		    (is_null_of_two(x->value, y->value) || is_null_of_two(y->value, x->value)))
			return false;
		i += x->offset <= y->offset;
		k += y->offset <= x->offset;
	}
	return true;
}

static bool same_nulls(const struct state *a, const struct state *b)
{
	for (size_t i = 0; i < a->mem.n; i++) {
		const struct contents *c = state_contents(b, a->mem.v[i].region);

		if (c && c != a->mem.v[i].contents && !same_nulls_in(a->mem.v[i].contents, c))
			return false;
	}
	return true;
}

bool state_mergeable(const struct state *a, const struct state *b)
{
	return state_same_tests(a, b) && facts_mergeable(&a->facts, &b->facts) && same_nulls(a, b);
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* That a loop was widened is the mildest doubt: any other takes its place. */
static void join_doubt(struct joiner *j)
{
	struct state *o = j->out;
	const struct state *b = j->b;

	if (!o->doubt || (o->only_looped && b->doubt)) {
		o->doubt = b->doubt;
		o->only_looped = b->only_looped;
	}
	if (j->n && j->doubt && (!o->doubt || (o->only_looped && !j->widen))) {
		o->doubt = j->doubt;
		o->only_looped = j->widen;
	}
}

static void join_facts(struct joiner *j)
{
	struct state *o = j->out;
	const struct state *b = j->b;

	join_doubt(j);
	reach_join(j->e, o, b);
	if (!failures_same(o, b)) {
		o->failures_doubt = j->doubt;
		o->failures.n = 0;
		o->bytes_tests = smaller(o->bytes_tests, b->bytes_tests);
		o->check_successes = smaller(o->check_successes, b->check_successes);
	}
	if (!o->failures_doubt)
		o->failures_doubt = b->failures_doubt;
	if (!o->bytes_doubt)
		o->bytes_doubt = b->bytes_doubt;
	facts_join(j->e->arena, &o->facts, &b->facts, j->doubt);
	o->count_tests = smaller(o->count_tests, b->count_tests);
	o->undecided = o->undecided > b->undecided ? o->undecided : b->undecided;
	o->interrupted = o->interrupted && b->interrupted;
	o->picked = b->picked ? o->picked : NULL;
	o->is_exposed |= b->is_exposed;
	o->input = input_join(j->e, o->input, b->input);
	o->asked = j->widen ? asked_in_both(j->e, &o->asked, &b->asked)
			    : asked_join(j->e, &o->asked, &b->asked);
	if (o->world != b->world)
		o->world = ++j->e->next_epoch;
}

static void add_end(struct joiner *j, wide end)
{
	size_t i = 0;

	while (i < j->nends && j->ends[i] < end)
		i++;
	if (j->nends == MAX_ENDS || end < 0 || end > INT32_MAX ||
	    (i < j->nends && j->ends[i] == end))
		return;
	memmove(j->ends + i + 1, j->ends + i, (j->nends - i) * sizeof(*j->ends));
	j->ends[i] = (int64_t)end;
	j->nends++;
}

/* Where what walks along a string stops. */
static void find_ends(struct joiner *j)
{
	for (size_t i = 0; i < j->b->mem.n; i++) {
		const struct contents *c = j->b->mem.v[i].contents;

		if (c->has_nul && value_is_const(c->nul))
			add_end(j, c->nul.k);
	}
}

/* @w: NULL unless it is a widening. */
static struct state *join(struct engine *e, const struct state *a, const struct state *b,
			  const char *doubt, const struct widening *w)
{
	struct joiner *j = arena_new_of(e->arena, struct joiner);

	*j = (struct joiner){ .e = e,
			      .a = state_fork(e->arena, a),
			      .b = state_fork(e->arena, b),
			      .out = state_fork(e->arena, a),
			      .widen = w != NULL,
			      .is_late = w && w->is_late,
			      .is_last = w && w->is_last,
			      .shape = w ? w->shape : NULL,
			      .doubt = doubt };
	find_ends(j);
	sieves_grow(e, j->a);
	sieves_grow(e, j->b);
	join_bounds(j);
	join_tmps(j);
	join_memory(j);
	if (j->widen) /* elsewhere they are worth less than they cost */
		join_relations(j);
	join_facts(j);
	return j->out;
}

struct state *state_join(struct engine *e, const struct state *a, const struct state *b,
			 const char *doubt)
{
	return join(e, a, b, doubt, NULL);
}

struct state *state_widen(struct engine *e, const struct state *a, const struct state *b,
			  const struct widening *w)
{
	struct state *s = join(e, a, b, w->doubt, w);

	state_prune(e, s); /* what the next round can't know any more must not be asked of it */
	return s;
}

/* ---- equality ---- */

static bool same_texts(const struct contents *a, const struct contents *b)
{
	if (a->texts == b->texts && a->ntexts == b->ntexts)
		return true;
	if (a->ntexts != b->ntexts)
		return false;
	for (size_t i = 0; i < a->ntexts; i++)
		if (!value_same(a->texts[i].length, b->texts[i].length) ||
		    !text_same(&a->texts[i], &b->texts[i]))
			return false;
	return true;
}

static bool same_nul(const struct contents *a, const struct contents *b)
{
	return a->has_nul == b->has_nul && (!a->has_nul || value_same(a->nul, b->nul));
}

static bool same_contents(const struct contents *a, const struct contents *b)
{
	if (a == b)
		return true;
	if (a->n != b->n || a->fill != b->fill || a->epoch != b->epoch || a->deps != b->deps ||
	    !stretch_same(&a->part, &b->part) || !same_texts(a, b) ||
	    !input_same_text(a->user, b->user) || !same_nul(a, b) ||
	    !sieve_same(&a->sieve, &b->sieve))
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->cells[i].offset != b->cells[i].offset ||
		    a->cells[i].size != b->cells[i].size ||
		    a->cells[i].value.failure != b->cells[i].value.failure ||
		    !value_same(a->cells[i].value, b->cells[i].value))
			return false;
	return true;
}

bool state_same_values(const struct state *a, const struct state *b)
{
	if (a->mem.n != b->mem.n || a->tmps.n != b->tmps.n || a->world != b->world ||
	    facts_contradict(&a->facts, &b->facts))
		return false;
	for (size_t i = 0; i < a->tmps.n; i++)
		if (a->tmps.v[i].tmp != b->tmps.v[i].tmp ||
		    !value_same(a->tmps.v[i].value, b->tmps.v[i].value))
			return false;
	for (size_t i = 0; i < a->mem.n; i++)
		if (a->mem.v[i].region != b->mem.v[i].region ||
		    !same_contents(a->mem.v[i].contents, b->mem.v[i].contents))
			return false;
	return true;
}
