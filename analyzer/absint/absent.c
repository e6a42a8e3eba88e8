// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/absent.h"
#include "base/map.h"
#include "ir/dom.h"

#define MAX_SOURCES 4 /* that one variable is followed to */

struct absences {
	struct arena *arena;
	const struct program *prog;
	const struct callees *handlers;
	struct callees others; /* what runs without the handlers; it may ask at times of its own */
	struct map *where;     /* struct absence *, by what */
};

/* Where the values of a temporary or a local may come from. */
struct sources {
	size_t n;
	struct source {
		const char *what;
		bool is_own; /* what the function itself has just put there */
	} v[MAX_SOURCES];
	bool has_null; /* of a local: a NULL may be there that is the function's own */
};

struct put {
	const char *what;
	uint32_t block;
};

/* What a function reads that it has not put there itself. */
struct reading {
	const char *what;
	bool is_tested;
};

/* A function on its way through the scan. */
struct scan {
	struct absences *x;
	struct ir_unit *unit;
	bool is_handler; /* the driver's files run it ... */
	bool is_shared;	 /* ... and others do, too */
	struct sources *tmps, *locals;
	struct sources *now; /* of locals: what this block has stored there last ... */
	uint32_t *stored;    /* ... if this is its number + 1 */
	const char **places; /* by temporary: what the address it holds is of, or NULL */
	const struct ir_dom *dom;
	uint32_t block; /* the one that is looked at */
	VEC(struct put) puts;
	VEC(struct reading) readings;
};

static void note(struct absences *x, const char *what, const struct absence *new)
{
	struct absence *a = map_get(x->where, what);

	if (a) {
		if (!(a->is_null || a->is_error) || (new->by_handler && !a->by_handler))
			a->loc = new->loc;
		a->is_null |= new->is_null;
		a->is_error |= new->is_error;
		a->by_handler |= new->by_handler;
		a->is_set |= new->is_set;
		a->readers += new->readers;
		a->testers += new->testers;
		return;
	}
	a = arena_new_of(x->arena, struct absence);
	*a = *new;
	map_put(x->where, what, a);
}

static void add_source(struct sources *to, struct source new)
{
	for (size_t i = 0; i < to->n; i++)
		if (!strcmp(to->v[i].what, new.what)) {
			to->v[i].is_own &= new.is_own;
			return;
		}
	if (to->n < MAX_SOURCES)
		to->v[to->n++] = new;
}

static void add_sources(struct sources *to, const struct sources *from)
{
	for (size_t i = 0; from && i < from->n; i++)
		add_source(to, from->v[i]);
}

static const struct sources *sources_of(const struct scan *s, struct ir_ref r)
{
	return r.kind == REF_TMP ? &s->tmps[r.idx] : NULL;
}

static bool is_null(const struct scan *s, struct ir_ref r)
{
	return r.kind == REF_CONST && s->unit->consts.v[r.idx].value == 0;
}

static struct reading *reading_of(struct scan *s, const char *what)
{
	struct reading *new;

	vec_for_each_ptr(struct reading, r, &s->readings)
		if (!strcmp(r->what, what))
			return r;
	new = vec_push(s->x->arena, &s->readings);
	new->what = what;
	return new;
}

static void note_readings(const struct scan *s)
{
	vec_for_each_ptr(const struct reading, r, &s->readings)
		note(s->x, r->what, &(struct absence){ .readers = 1, .testers = r->is_tested });
}

/*
 * A test of what the function itself has put there asks whether that worked: it
 * tells nothing of other times.
 */
static void note_tested(struct scan *s, struct ir_ref r, const struct absence *for_what)
{
	const struct sources *from = sources_of(s, r);

	for (size_t i = 0; from && i < from->n; i++) {
		struct absence a = *for_what;

		a.by_handler &= !from->v[i].is_own && !s->is_shared;
		if (a.by_handler)
			reading_of(s, from->v[i].what)->is_tested = true;
		note(s->x, from->v[i].what, &a);
	}
}

static void note_null(struct scan *s, struct ir_ref r, const struct ir_insn *in)
{
	note_tested(
		s, r,
		&(struct absence){ .loc = in->loc, .is_null = true, .by_handler = s->is_handler });
}

/* What lies at the address @r: a member, or a global. */
static const char *place_at(const struct scan *s, struct ir_ref r)
{
	if (r.kind == REF_GLOBAL)
		return program_global(s->x->prog, s->unit, r.idx).global->name;
	return r.kind == REF_TMP ? s->places[r.idx] : NULL;
}

static bool is_put_before(const struct scan *s, const char *what)
{
	vec_for_each_ptr(const struct put, p, &s->puts)
		if (!strcmp(p->what, what) && ir_dominates(s->dom, p->block, s->block))
			return true;
	return false;
}

/* What the block itself has put there is what it finds; else anything that is put there. */
static const struct sources *local_sources(const struct scan *s, uint32_t local)
{
	if (s->stored[local] == s->block + 1)
		return &s->now[local];
	return s->locals[local].has_null ? NULL : &s->locals[local];
}

static void scan_load(struct scan *s, const struct ir_insn *in)
{
	const char *what = place_at(s, in->arg[0]);
	struct source new;

	if (in->arg[0].kind == REF_LOCAL)
		add_sources(&s->tmps[in->dst], local_sources(s, in->arg[0].idx));
	if (in->type != IRT_PTR || !what)
		return;
	new = (struct source){ .what = what, .is_own = is_put_before(s, what) };
	add_source(&s->tmps[in->dst], new);
	if (s->is_handler && !new.is_own)
		reading_of(s, what);
}

static void scan_store(struct scan *s, const struct ir_insn *in)
{
	const char *what = place_at(s, in->arg[0]);

	if (in->arg[0].kind == REF_LOCAL) {
		add_sources(&s->locals[in->arg[0].idx], sources_of(s, in->arg[1]));
		s->now[in->arg[0].idx] = (struct sources){ 0 };
		add_sources(&s->now[in->arg[0].idx], sources_of(s, in->arg[1]));
		s->stored[in->arg[0].idx] = s->block + 1;
	}
	if (in->type != IRT_PTR || !what)
		return;
	note(s->x, what,
	     &(struct absence){
		     .loc = in->loc, .is_null = is_null(s, in->arg[1]), .is_set = true });
	*vec_push(s->x->arena, &s->puts) = (struct put){ .what = what, .block = s->block };
}

static void scan_call(struct scan *s, const struct ir_insn *in)
{
	const char *name = program_func(s->x->prog, s->unit, in->call->callee.idx).func->name;

	struct absence a = { .loc = in->loc,
			     .is_null = strstr(name, "OR_NULL"),
			     .is_error = strstr(name, "IS_ERR"),
			     .by_handler = s->is_handler };

	for (size_t i = 0; (a.is_null || a.is_error) && i < in->call->nargs; i++)
		note_tested(s, in->call->args[i], &a);
	if (in->type == IRT_PTR)
		add_source(&s->tmps[in->dst],
			   (struct source){ .what = arena_printf(s->x->arena, "%s()", name) });
}

static void scan_insn(struct scan *s, const struct ir_insn *in)
{
	switch (in->op) {
	case OP_LOAD:
		scan_load(s, in);
		break;
	case OP_STORE:
		scan_store(s, in);
		break;
	case OP_FIELD:
		s->places[in->dst] = in->text;
		break;
	case OP_CAST:
		add_sources(&s->tmps[in->dst], sources_of(s, in->arg[0]));
		if (in->type == IRT_BOOL)
			note_null(s, in->arg[0], in);
		break;
	case OP_CALL:
		scan_call(s, in);
		break;
	case OP_EQ:
	case OP_NE:
		if (is_null(s, in->arg[1]))
			note_null(s, in->arg[0], in);
		if (is_null(s, in->arg[0]))
			note_null(s, in->arg[1], in);
		break;
	case OP_BR:
		note_null(s, in->arg[0], in);
		break;
	default:
		break;
	}
}

/* A test of such a variable asks whether anything was put there yet. */
static void find_nulls(struct scan *s, const struct ir_func *f)
{
	vec_for_each_ptr(struct ir_block, b, &f->blocks)
		vec_for_each_ptr(struct ir_insn, in, &b->insns)
			if (in->op == OP_STORE && in->arg[0].kind == REF_LOCAL &&
			    is_null(s, in->arg[1]))
				s->locals[in->arg[0].idx].has_null = true;
}

/* Twice, because a loop may test what its end stored. */
static void scan_func(struct absences *x, struct ir_unit *u, const struct ir_func *f)
{
	struct scan s = { .x = x,
			  .unit = u,
			  .is_handler = callees_has(x->handlers, f),
			  .is_shared = callees_has(&x->others, f) };

	s.tmps = arena_array(x->arena, f->ntmps + 1, sizeof(*s.tmps));
	s.locals = arena_array(x->arena, f->locals.n + 1, sizeof(*s.locals));
	s.now = arena_array(x->arena, f->locals.n + 1, sizeof(*s.now));
	s.stored = arena_array(x->arena, f->locals.n + 1, sizeof(*s.stored));
	s.places = arena_array(x->arena, f->ntmps + 1, sizeof(*s.places));
	s.dom = ir_dom_build(f, x->arena);
	find_nulls(&s, f);
	for (int round = 0; round < 2; round++) {
		s.puts.n = 0;
		for (s.block = 0; s.block < f->blocks.n; s.block++) {
			memset(s.stored, 0, f->locals.n * sizeof(*s.stored));
			vec_for_each_ptr(struct ir_insn, in, &f->blocks.v[s.block].insns)
				scan_insn(&s, in);
		}
	}
	note_readings(&s);
}

static void find_others(struct absences *x)
{
	callees_init(&x->others, x->arena, x->prog, SIZE_MAX);
	for (size_t i = 0; i < x->prog->units.n; i++) {
		struct ir_unit *u = x->prog->units.v[i];

		vec_for_each_ptr(struct ir_func, f, &u->funcs)
			if (!f->in_header && !callees_has(x->handlers, f))
				callees_from(&x->others, (struct func_id){ u, f });
	}
}

struct absences *absences_find(struct arena *a, const struct program *prog,
			       const struct callees *handlers)
{
	struct absences *x = arena_new_of(a, struct absences);

	*x = (struct absences){
		.arena = a, .prog = prog, .handlers = handlers, .where = map_new(a)
	};
	find_others(x);
	for (size_t i = 0; i < prog->units.n; i++) {
		struct ir_unit *u = prog->units.v[i];

		vec_for_each_ptr(struct ir_func, f, &u->funcs)
			if (!f->in_header && f->blocks.n)
				scan_func(x, u, f);
	}
	return x;
}

const struct absence *absence_of(const struct absences *x, const char *what)
{
	const struct absence *a = what ? map_get(x->where, what) : NULL;

	return a && (a->is_null || a->is_error) ? a : NULL;
}
