// SPDX-License-Identifier: MIT
/*
 * Is an access to memory allowed? Asked for every load and store, and for what
 * models read and write.
 *
 * Three questions: does the pointer lead anywhere (NULL, an ERR_PTR), may the
 * bytes be written, and do they lie inside the object. The last one compares
 * offset + size with the size of the region and of every extent the address
 * was made from, as a difference of symbols, so that "strlen(buf) < count + 1"
 * is exact. A difference that can be positive is a violation if no doubt
 * hangs on it: all its symbols then really take the values.
 *
 * What is taken for granted, and said with the rules' texts: a pointer that the
 * driver or the kernel keeps, and that no code of the driver tests or clears,
 * leads to an object of its type; text that the driver keeps ends with a NUL
 * inside its array. What an access that was reported would have made
 * impossible is assumed not to happen from there on, so one mistake is one
 * finding.
 */
#include <string.h>

#include "absint/asked.h"
#include "absint/engine.h"
#include "absint/input.h"
#include "absint/kept_limit.h"

#define FIRST_PAGE   4096
#define LARGE_STRUCT (1 << 20) /* NULL plus less than this is still NULL's member */

/* ---- saying it ---- */

static const char *doer(struct engine *e, const struct access *a)
{
	const char *verb = a->is_write ? "writes" : "reads";

	return a->via ? arena_printf(e->out, "%s() %s", a->via, verb) : verb;
}

const char *object_name(struct engine *e, struct aval at, const struct extent *x)
{
	const struct region *r = region_get(e, at.region);
	const char *name = x && x->name ? x->name : r->name;

	if (!name || !*name)
		return r->kind == REGION_GLOBAL ? "a string literal" : "an object";
	if (r->kind == REGION_HEAP && name == r->name)
		return arena_printf(e->out, "the memory of %s()", name);
	if (r->kind == REGION_PAGE || r->kind == REGION_USER)
		return name;
	return arena_printf(e->out, "'%s'", name);
}

static const char *number_text(struct engine *e, wide v)
{
	char buf[WIDE_CHARS];

	if (v >= INT32_MAX)
		return "any number of";
	return arena_strdup(e->out, wide_format(v, buf));
}

static const char *limit_text(struct engine *e, const struct state *s, struct aval at,
			      struct aval limit)
{
	struct range r = eval(e, s, limit);

	if (at.region == e->user && e->has_count)
		return "count + 1";
	if (range_is_empty(&r) || !range_is_single(&r))
		return arena_printf(e->out, "as few as %s",
				    number_text(e, range_is_empty(&r) ? 0 : range_min(&r)));
	return number_text(e, range_max(&r));
}

/* ---- bounds ---- */

/* A piece of memory that the bytes of an access must lie in. */
struct bounds {
	struct aval offset;	/* of the access, from the start of the piece */
	struct aval limit;	/* bytes of the piece */
	const struct extent *x; /* NULL: the whole region */
};

static const char *how_far(struct engine *e, const struct state *s, const struct access *a,
			   const struct bounds *b)
{
	struct range off = eval(e, s, b->offset), size = eval(e, s, a->size);
	const char *name = object_name(e, a->at, b->x);
	const char *limit = limit_text(e, s, a->at, b->limit);
	struct range end = eval(e, s, value_add(&e->syms, b->offset, a->size));
	wide last = wide_add(range_max(&off), range_max(&size));

	if (!range_is_empty(&end) && range_max(&end) < last) /* together they keep to a test */
		last = range_max(&end);
	if (range_min(&off) < 0 && range_max(&off) < 0)
		return arena_printf(e->out, "%s before the start of %s", doer(e, a), name);
	if (range_is_single(&off) && range_min(&off) == 0)
		return arena_printf(e->out, "%s %s%s bytes, but %s has %s", doer(e, a),
				    range_is_single(&size) || last >= INT32_MAX ? "" : "up to ",
				    number_text(e, last), name, limit);
	if (last >= INT32_MAX)
		return arena_printf(e->out, "%s beyond the %s bytes of %s", doer(e, a), limit,
				    name);
	return arena_printf(e->out, "%s %sbyte %s of %s, which has %s", doer(e, a),
			    range_is_single(&off) && range_is_single(&size) ? "" : "up to ",
			    number_text(e, last - 1), name, limit);
}

static const char *how_early(struct engine *e, const struct access *a, const struct bounds *b)
{
	return arena_printf(e->out, "%s before the start of %s", doer(e, a),
			    object_name(e, a->at, b->x));
}

#define NEAR_MISS 64 /* bytes */

/* Whether a test on the way gave @t the limit that lets @d become too large. */
static bool is_guarded(struct engine *e, const struct state *s, struct term t)
{
	const struct bound *b = state_known(s, t.sym);
	const struct range *base = &sym_get(&e->syms, t.sym)->base;

	if (!b || range_is_empty(b->range) || range_is_empty(base))
		return false;
	return t.coef > 0 ? b->tested & TESTED_MOST && range_max(b->range) < range_max(base)
			  : b->tested & TESTED_LEAST && range_min(b->range) > range_min(base);
}

/*
 * Why @d might not really be above 0. That nobody knows which values a number
 * takes is no excuse for a test that lets it be one too large: whoever wrote
 * "i > N" expects more than N; but what comes in steps may leave that one out.
 * A text that is read is another matter: what wrote it may have cut it, and a
 * loop's counter that kept pace with it so far runs on.
 */
static const char *doubt_of_excess(struct engine *e, const struct state *s, const struct access *a,
				   struct aval d, bool *steps_over)
{
	const char *doubt = state_doubt(&e->syms, s, d);
	const struct sym *y = d.sym ? sym_get(&e->syms, d.sym) : NULL;
	struct range r = eval(e, s, d);
	struct term only = { d.sym, 1 };
	size_t n = y && y->kind == SYM_LINEAR ? y->nterms : 1;

	if (!doubt || (a->is_text && !a->is_write) || range_is_empty(&r) ||
	    range_max(&r) > NEAR_MISS)
		return doubt;
	for (size_t i = 0; i < n; i++) {
		struct term t = y->kind == SYM_LINEAR ? y->term[i] : only;
		struct aval term = { .sym = t.sym };
		bool in_doubt = state_doubt(&e->syms, s, term);

		if (in_doubt && !is_guarded(e, s, t))
			return doubt;
		*steps_over |= in_doubt && sym_get(&e->syms, t.sym)->is_strided;
	}
	return *steps_over ? doubt : NULL;
}

/*
 * Whether a test of the very sum that @d is lets it be too large, by little: whoever
 * asks "length + strlen(next) < max" in each round expects it to get there.
 */
static bool is_sum_guarded(struct engine *e, const struct state *s, struct aval d)
{
	const struct sym *y = d.sym ? sym_get(&e->syms, d.sym) : NULL;
	const struct bound *b = y && y->kind == SYM_LINEAR ? state_known(s, d.sym) : NULL;

	if (!b || !is_guarded(e, s, (struct term){ d.sym, 1 }))
		return false;
	for (size_t i = 0; i < y->nterms; i++)
		if (y->term[i].coef != 1 || sym_get(&e->syms, y->term[i].sym)->is_strided)
			return false;
	return range_max(b->range) + d.k <= NEAR_MISS;
}

/* The kernel's own tables are indexed by the kernel's own code, as its headers do it. */
static const char *doubt_of_place(const struct engine *e, uint32_t region)
{
	const struct region *r = region_get(e, region);

	return r->kind == REGION_GLOBAL && !r->global.global->is_defined
		       ? "the object is the kernel's own"
		       : NULL;
}

/*
 * Returns whether it is certain, or so near the limit that steps are meant to
 * leave it out. @before: the path does not know yet that it happens.
 */
static bool report_bounds(struct engine *e, struct state *s, const struct state *before,
			  const struct access *a, const struct bounds *b, struct aval d,
			  const char *message)
{
	bool steps_over = false;
	const char *missing;
	struct event ev = { .kind = EVENT_OUT_OF_BOUNDS,
			    .place = place_of_region(e, a->at.region),
			    .is_write = a->is_write,
			    .message = message,
			    .doubt = doubt_of_excess(e, s, a, d, &steps_over) };

	if (a->is_write && is_sum_guarded(e, before, d)) {
		ev.doubt = a->doubt;
		event_add(e, s, &ev);
		return !ev.doubt;
	}
	if (ev.doubt && !steps_over && sum_is_free(e, before, d))
		ev.doubt = NULL;
	missing = value_is_const(d) && !ev.doubt ? kept_limit_reached(e, before, b->offset)
						 : kept_limit_missing(e, before, d);
	if (missing)
		ev.doubt = missing;
	if (!ev.doubt)
		ev.doubt = a->doubt;
	if (!ev.doubt)
		ev.doubt = doubt_of_place(e, a->at.region);
	event_add(e, s, &ev);
	return !ev.doubt || steps_over;
}

static wide gcd(wide a, wide b)
{
	while (b) {
		wide t = a % b;

		a = b;
		b = t;
	}
	return a < 0 ? -a : a;
}

/* "40 * i - 40 * n + 40 <= 0" as "i - n + 1 <= 0": relations are kept of plain differences. */
static struct aval reduced(struct engine *e, struct aval d)
{
	const struct sym *y = d.sym ? sym_get(&e->syms, d.sym) : NULL;
	struct aval v = { 0 };
	struct term term[SYM_TERMS];
	size_t n = y && y->kind == SYM_LINEAR ? y->nterms : 0;
	wide g = 0;

	for (size_t i = 0; i < n; i++) {
		term[i] = y->term[i];
		g = gcd(g, term[i].coef);
	}
	if (g <= 1)
		return d;
	for (size_t i = 0; i < n; i++)
		v = value_add(&e->syms, v,
			      value_scale(&e->syms, (struct aval){ .sym = term[i].sym },
					  term[i].coef / g));
	v.k = d.k > 0 ? (d.k + g - 1) / g : -(-d.k / g);
	return v;
}

/* Whether @d is above 0 where the answer @t of it is @v. */
static bool is_above(struct engine *e, struct state *s, struct aval d, struct term t, wide v)
{
	struct aval answer = { .sym = t.sym };
	struct range one = range_single(v), bad = range_of(1, WIDE_MAX);

	d = value_sub(&e->syms, d, value_scale(&e->syms, answer, t.coef));
	d = value_add(&e->syms, d, value_const(v * t.coef));
	if (!assume_in(e, s, answer, &one) || !assume_in(e, s, d, &bad) || !bound_settle(e, s))
		return false;
	one = eval(e, s, d);
	return !range_is_empty(&one);
}

/*
 * "buf[end + (buf[end] == '\n')]": an answer that is part of a sum says more than 0 or 1. Leaves
 * in @s what one of the two allows; false if @d is above 0 for neither.
 */
static bool settle_answers(struct engine *e, struct state *s, struct aval d)
{
	size_t n = d.sym && sym_get(&e->syms, d.sym)->kind == SYM_LINEAR
			   ? sym_get(&e->syms, d.sym)->nterms
			   : 0;

	for (size_t i = 0; i < n; i++) {
		struct term t = sym_get(&e->syms, d.sym)->term[i];
		struct range r = eval(e, s, (struct aval){ .sym = t.sym }), answer = range_of(0, 1);
		struct state *no = state_fork(e->arena, s), *yes = state_fork(e->arena, s);

		if (range_is_empty(&r) || range_is_single(&r) || !range_subset(&r, &answer))
			continue;
		if (!is_above(e, yes, d, t, 1))
			yes = is_above(e, no, d, t, 0) ? no : NULL;
		if (!yes)
			return false;
		*s = *yes;
	}
	return true;
}

/* Relations that were settled may leave no offset at all: then it can't be there. */
static bool may_be_there(struct engine *e, const struct state *s, const struct access *a,
			 const struct bounds *b)
{
	struct range off = eval(e, s, b->offset), size = eval(e, s, a->size);

	return !range_is_empty(&off) && !range_is_empty(&size);
}

/* Report if @d can be above 0, and assume that it isn't from here on. */
static void keep_below(struct engine *e, struct state *s, const struct access *a,
		       const struct bounds *b, struct aval d, bool early)
{
	struct range r, ok = range_of(WIDE_MIN, 0), bad = range_of(1, WIDE_MAX);
	struct state *fork;

	d = reduced(e, d);
	r = eval(e, s, d);
	if (range_is_empty(&r) || range_max(&r) <= 0)
		return;
	fork = state_fork(e->arena, s);
	if (!assume_in(e, fork, d, &bad) || !bound_settle(e, fork) || !settle_answers(e, fork, d) ||
	    !may_be_there(e, fork, a, b))
		return;
	/* what is in doubt is not assumed either: it would look like a test of the driver's */
	if (!report_bounds(e, fork, s, a, b, d,
			   early ? how_early(e, a, b) : how_far(e, fork, a, b)))
		return;
	fork = state_fork(e->arena, s);
	if (assume_in(e, fork, d, &ok))
		*s = *fork;
}

static void check_piece(struct engine *e, struct state *s, const struct access *a,
			const struct bounds *b)
{
	struct aval end = value_add(&e->syms, b->offset, a->size);

	keep_below(e, s, a, b, value_scale(&e->syms, b->offset, -1), true);
	keep_below(e, s, a, b, value_sub(&e->syms, end, b->limit), false);
}

static void report_unknown_size(struct engine *e, const struct state *s, const struct access *a)
{
	const char *name = object_name(e, a->at, NULL);
	struct event ev = { .kind = EVENT_OUT_OF_BOUNDS,
			    .place = place_of_region(e, a->at.region),
			    .is_write = a->is_write,
			    .message = arena_printf(e->out, "%s beyond the end of %s", doer(e, a),
						    name),
			    .doubt = arena_printf(e->out, "how large %s is is not known", name) };

	event_add(e, s, &ev);
}

/* Memory whose size nobody told: fine as far as types go, no further. */
static void check_unsized(struct engine *e, struct state *s, const struct access *a)
{
	struct range size = eval(e, s, a->size);

	if (a->at.flags & VF_STEPPED || (!a->at.extent && !a->is_typed && !a->is_text &&
					 !range_is_empty(&size) && range_max(&size) > 1))
		report_unknown_size(e, s, a);
}

static void check_region(struct engine *e, struct state *s, const struct access *a)
{
	const struct region *r = region_get(e, a->at.region);
	struct bounds b = { .offset = value_offset(a->at), .limit = r->size };

	if (r->kind == REGION_FUNC)
		return;
	if (r->size_known)
		check_piece(e, s, a, &b);
	else
		check_unsized(e, s, a);
}

/* "send(&command.header, sizeof(command))": the first member stands for all of it. */
static bool is_of_whole(const struct engine *e, const struct access *a)
{
	const struct region *r = region_get(e, a->at.region);

	return r->size_known && !a->at.sym && !a->at.k && value_same(a->size, r->size);
}

static void check_extents(struct engine *e, struct state *s, const struct access *a)
{
	if (is_of_whole(e, a))
		return;
	for (const struct extent *x = a->at.extent; x; x = x->parent) {
		struct bounds b = { .limit = value_const(x->size), .x = x };

		if (x == &extent_unclear) {
			report_unknown_size(e, s, a);
			return;
		}
		b.offset = value_sub(&e->syms, value_offset(a->at), x->start);
		check_piece(e, s, a, &b);
	}
}

/* ---- pointers ---- */

static void report_pointer(struct engine *e, const struct state *s, const struct access *a,
			   enum event_kind kind, const char *message, const char *doubt)
{
	struct event ev = {
		.kind = kind, .is_write = a->is_write, .message = message, .doubt = doubt
	};

	event_add(e, s, &ev);
}

static bool is_allocation(const struct engine *e, const char *callee)
{
	const struct model *m = model_find(e->models, callee);

	if (!m)
		return false;
	vec_for_each_ptr(const struct model_case, c, &m->cases)
		if (c->ret.kind == MR_FRESH)
			return true;
	return false;
}

static void report_null(struct engine *e, struct state *s, const struct access *a, struct aval v)
{
	const struct failure *f = state_failure(s, v);
	const char *doubt =
		v.flags & VF_MAYBE_ABSENT ? "the driver tests elsewhere whether it is there" : NULL;

	if (f && is_allocation(e, f->callee))
		report_pointer(e, s, a, EVENT_UNCHECKED_ALLOC,
			       arena_printf(e->out,
					    "the result of %s() is used without a check: it may "
					    "be NULL",
					    f->callee),
			       doubt);
	else if (f)
		report_pointer(e, s, a, EVENT_NULL,
			       arena_printf(e->out, "%s through the NULL that %s() returned",
					    doer(e, a), f->callee),
			       doubt);
	else
		report_pointer(e, s, a, EVENT_NULL,
			       arena_printf(e->out, "%s through a NULL pointer", doer(e, a)),
			       doubt ? doubt : asked_kind(e, s));
}

static void report_error(struct engine *e, struct state *s, const struct access *a, struct aval v)
{
	const struct failure *f = state_failure(s, v);

	report_pointer(e, s, a, EVENT_ERR_PTR,
		       f ? arena_printf(e->out, "%s through the ERR_PTR that %s() returned",
					doer(e, a), f->callee)
			 : arena_printf(e->out, "%s through an ERR_PTR", doer(e, a)),
		       NULL);
}

/* A number used as an address: false if nothing can be behind it. */
static bool check_number(struct engine *e, struct state *s, const struct access *a, struct aval v)
{
	wide top = (wide)1 << 64, max = e->limits->errno_max;

	if (v.k >= -LARGE_STRUCT && v.k < LARGE_STRUCT) {
		report_null(e, s, a, v);
		return false;
	}
	if (v.k >= top - max && v.k < top + LARGE_STRUCT) {
		report_error(e, s, a, v);
		return false;
	}
	return true;
}

/* A pointer that the path found to be NULL, or that it never asked. */
static void report_kept_null(struct engine *e, struct state *s, const struct access *a,
			     struct aval base)
{
	const struct sym *y = sym_get(&e->syms, base.sym);
	struct range now = eval(e, s, base);
	const char *doubt = state_doubt(&e->syms, s, base);

	if (!doubt && y->lacking && !range_is_single(&now))
		doubt = callable_path_doubt(e, s, base);
	report_pointer(e, s, a, EVENT_NULL,
		       arena_printf(e->out, "%s through '%s', which may be NULL%s%s", doer(e, a),
				    y->what ? y->what : "a pointer", y->lacking ? ": " : "",
				    y->lacking ? y->lacking : ""),
		       doubt);
}

/* The pointer that led to the object: what remains of its values are addresses. */
static bool check_pointer(struct engine *e, struct state *s, const struct access *a)
{
	struct aval base = region_get(e, a->at.region)->pointer;
	struct range valid = range_of(FIRST_PAGE, ((wide)1 << 64) - FIRST_PAGE - 1);
	struct range now = eval(e, s, base);
	const char *what;

	if (!base.sym || range_is_empty(&now) || range_subset(&now, &valid))
		return true;
	what = sym_get(&e->syms, base.sym)->what;
	if (range_contains(&now, 0))
		report_kept_null(e, s, a, base);
	else if (range_overlaps(&now, range_max(&valid) + 1, WIDE_MAX))
		report_pointer(e, s, a, EVENT_ERR_PTR,
			       arena_printf(e->out, "%s through '%s', which may be an ERR_PTR",
					    doer(e, a), what ? what : "a pointer"),
			       state_doubt(&e->syms, s, base));
	return assume_in(e, s, base, &valid);
}

/* ---- what was read ---- */

/* The name under which absent.c knows what lies at @a. */
static const char *known_as(const struct engine *e, struct aval a)
{
	if (a.extent && a.extent != &extent_unclear && a.extent->inner)
		return a.extent->inner;
	return region_get(e, a.region)->kind == REGION_GLOBAL ? region_get(e, a.region)->name
							      : NULL;
}

static void report_unset(struct engine *e, const struct state *s, struct aval at, struct aval v)
{
	const struct sym *y = sym_get(&e->syms, v.sym);
	struct event ev = { .kind = EVENT_UNINIT,
			    .place = place_of_region(e, at.region),
			    .message = arena_printf(e->out, "%s is used before it is set",
						    object_name(e, at, at.extent)) };

	if (!value_same(y->at, at))
		ev.doubt = y->doubt; /* states met, and only some of them had it unset */
	else
		ev.doubt = e->summary->incomplete; /* what was not understood may have set it */
	if (!ev.doubt)
		ev.doubt = s->picked;
	if (!ev.doubt)
		ev.doubt = asked_kind(e, s);
	event_add(e, s, &ev);
}

/* More than so many functions that don't ask, for each one that does, know better. */
#define READERS_PER_TESTER 8

/*
 * What the code that the driver's files run asks of a pointer that the driver
 * sets is what really happens, unless hardly any of it asks, or who makes the files
 * sees to it that it is there; other code may ask at times when there are no files. Tables know
 * better than tests whether a function is there.
 */
static void note_expected(struct engine *e, struct aval at, struct sym *y,
			  const struct absence *tested, bool lacking)
{
	bool is_certain;

	y->what = known_as(e, at);
	is_certain = tested->by_handler && (tested->is_set || lacking) && !tested->is_error &&
		     (!tested->is_made || tested->is_reset || lacking) &&
		     !visible_asks(e->visible, y->what) &&
		     tested->readers <= tested->testers * READERS_PER_TESTER &&
		     !model_is_shared(e->models, y->what);
	if (is_certain && (lacking || !prepare_bound(e->prepared, y->what))) {
		if (!lacking)
			y->lacking = arena_printf(e->out, "%s tests it", line_text(e, tested->loc));
		y->doubt = NULL;
	} else {
		y->doubt = arena_printf(e->out, "%s expects that it may be",
					line_text(e, tested->loc));
	}
}

void check_missing(struct engine *e, struct state *s, struct aval cond)
{
	uint32_t sym = subject_of(e, cond.sym);
	struct range now = eval(e, s, (struct aval){ .sym = sym });
	const struct sym *y = sym_get(&e->syms, sym);
	const struct absence *a;

	if (y->kind != SYM_ATOM || !y->at.region || range_is_empty(&now) ||
	    !range_is_single(&now) || range_min(&now))
		return;
	a = absence_of(e->absences, known_as(e, y->at));
	if (a && a->is_made && !a->is_reset)
		state_add_doubt(s, arena_printf(e->out, "who makes the file sets '%s' before",
						known_as(e, y->at)));
}

static void check_kept_pointer(struct engine *e, struct state *s, struct aval at, struct aval v)
{
	wide top = (wide)1 << 64;
	struct range values = range_of(FIRST_PAGE, top - FIRST_PAGE - 1);
	struct range null = range_single(0), errors = range_of(top - e->limits->errno_max, top - 1);
	const struct absence *tested = absence_of(e->absences, known_as(e, at));
	bool lacking = callable_loaded(e, at, v);

	if (lacking || (tested && tested->is_null))
		values = range_union(&values, &null);
	if (tested && tested->is_error)
		values = range_union(&values, &errors);
	assume_in(e, s, v, &values);
	if (tested)
		note_expected(e, at, sym_get(&e->syms, v.sym), tested, lacking);
}

void check_loaded(struct engine *e, struct state *s, struct aval at, enum ir_type t, struct aval v)
{
	const struct region *r;
	const struct sym *y = v.sym && !v.region && !v.k ? sym_get(&e->syms, v.sym) : NULL;

	if (!y || y->kind != SYM_ATOM)
		return;
	at = address_of(e, s, at);
	r = region_get(e, at.region);
	if (y->is_unset)
		report_unset(e, s, at, v);
	else if (t == IRT_PTR && (y->doubt || y->lacking) && r->fill != FILL_INIT &&
		 (r->kind == REGION_OUTSIDE || r->kind == REGION_GLOBAL))
		check_kept_pointer(e, s, at, v);
}

/* ---- what may be written ---- */

static void check_writable(struct engine *e, struct state *s, const struct access *a)
{
	static const char after[] =
		"what the const buffer holds after a write into it is not followed";
	const struct region *r = region_get(e, a->at.region);
	struct event ev = { .kind = EVENT_CONST_WRITE,
			    .place = place_of_region(e, a->at.region),
			    .is_write = true };

	if (r->kind == REGION_USER)
		ev.message =
			a->via ? arena_printf(e->out, "%s() writes into the const buffer", a->via)
			       : "writes into the const buffer";
	else if (r->kind == REGION_GLOBAL &&
		 (r->global.global->is_const || r->global.global->is_literal))
		ev.message = arena_printf(e->out, "%s into %s, which is constant", doer(e, a),
					  object_name(e, a->at, NULL));
	if (!ev.message)
		return;
	event_add(e, s, &ev);
	if (r->kind != REGION_USER)
		return;
	summary_set_incomplete(e, e->at, "%s", after); /* its bytes are taken never to change */
	state_add_doubt(s, after);
}

/* ---- the question ---- */

bool check_access(struct engine *e, struct state *s, const struct access *what)
{
	struct access a = *what;
	struct range size = eval(e, s, a.size);

	if (range_is_empty(&size) || range_max(&size) <= 0)
		return true;
	if (value_is_const(a.at) && !check_number(e, s, &a, a.at))
		return false;
	a.at = address_of(e, s, a.at);
	if (!check_pointer(e, s, &a))
		return false;
	if (region_get(e, a.at.region)->pointer.sym)
		entry_check(e, s, a.at, a.is_write);
	if (freed_fact(s, a.at.region))
		freed_use(e, s, a.at, a.is_write,
			  arena_printf(e->out, "%s %s", doer(e, &a),
				       object_name(e, a.at, a.at.extent)));
	if (a.is_write)
		check_writable(e, s, &a);
	check_extents(e, s, &a);
	check_region(e, s, &a);
	return true;
}
