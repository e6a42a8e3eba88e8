// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/absent.h"
#include "base/map.h"
#include "ir/cfg.h"
#include "ir/dom.h"

#define MAX_SOURCES 4 /* that one variable is followed to */

struct absences {
	struct arena *arena;
	const struct program *prog;
	const struct callees *handlers;
	struct callees others; /* what runs without the handlers; it may ask at times of its own */
	struct callees makers; /* functions that make files or devices known, and what they run */
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
	bool is_null;
	bool is_old; /* found in the first round: perhaps behind what its block does now */
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
	const struct ir_func *func;
	bool is_handler; /* the driver's files run it ... */
	bool is_shared;	 /* ... and others do, too */
	bool is_maker;
	struct sources *tmps, *locals;
	struct sources *now; /* of locals: what this block has stored there last ... */
	uint32_t *stored;    /* ... if this is its number + 1 */
	const char **places; /* by temporary: what the address it holds is of, or NULL */
	VEC(uint32_t) known; /* blocks that make files or devices known to user space */
	const struct ir_dom *dom;
	uint32_t block; /* the one that is looked at */
	VEC(struct put) puts;
	VEC(struct put) tests; /* that found something there, or in what a function returned */
	VEC(struct put) sure;  /* where something is known to be there then */
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
		a->is_reset |= new->is_reset;
		a->is_made |= new->is_made;
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

/* A parameter goes by its number: what was asked of it is the function's own affair. */
static bool is_param(const char *what)
{
	return *what == '#';
}

/* Who looks behind a parameter relies on it. */
static void note_relied_on(struct scan *s, struct ir_ref r)
{
	const struct sources *from = sources_of(s, r);

	for (size_t i = 0; from && i < from->n; i++)
		if (is_param(from->v[i].what))
			*vec_push(s->x->arena, &s->tests) =
				(struct put){ .what = from->v[i].what, .block = s->block };
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

		if (is_param(from->v[i].what))
			continue;
		if (for_what->is_null)
			*vec_push(s->x->arena, &s->tests) =
				(struct put){ .what = from->v[i].what, .block = s->block };
		if (for_what->is_null && from->v[i].is_own)
			*vec_push(s->x->arena, &s->sure) =
				(struct put){ .what = from->v[i].what, .block = s->block };
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

static bool puts_in(const struct scan *s, const char *what, uint32_t block)
{
	vec_for_each_ptr(const struct put, p, &s->puts)
		if (p->block == block && !strcmp(p->what, what) &&
		    !(p->is_old && block == s->block))
			return true;
	return false;
}

/* Whether a way from block @from leads to the one that is looked at without putting @what there. */
static bool leads_around(const struct scan *s, const char *what, uint32_t from, bool *seen)
{
	const struct ir_block *b = &s->func->blocks.v[from];
	const struct ir_insn *end = &b->insns.v[b->insns.n - 1];

	if (seen[from] || puts_in(s, what, from))
		return false;
	if (from == s->block)
		return true;
	seen[from] = true;
	for (size_t i = 0; i < ir_succ_count(end); i++)
		if (leads_around(s, what, ir_succ(end, i), seen))
			return true;
	return false;
}

static bool is_put_before(const struct scan *s, const char *what)
{
	size_t n = 0;

	vec_for_each_ptr(const struct put, p, &s->puts) {
		if (strcmp(p->what, what) != 0 || (p->is_old && p->block == s->block))
			continue;
		if (ir_dominates(s->dom, p->block, s->block))
			return true;
		n++;
	}
	return n > 1 &&
	       !leads_around(s, what, 0, arena_array(s->x->arena, s->func->blocks.n, sizeof(bool)));
}

/* Whether the pointer @r is surely none to nothing: an address, or tested on the way here. */
static bool is_sure(const struct scan *s, struct ir_ref r)
{
	const struct sources *from = sources_of(s, r);

	if (r.kind == REF_GLOBAL || r.kind == REF_FUNC || r.kind == REF_LOCAL)
		return true;
	for (size_t i = 0; from && i < from->n; i++)
		vec_for_each_ptr(const struct put, t, &s->tests)
			if (!strcmp(t->what, from->v[i].what) &&
			    ir_dominates(s->dom, t->block, s->block))
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

	s->tmps[in->dst] = (struct sources){ 0 }; /* the second round knows better */
	if (in->arg[0].kind == REF_LOCAL)
		add_sources(&s->tmps[in->dst], local_sources(s, in->arg[0].idx));
	if (in->arg[0].kind == REF_LOCAL && in->arg[0].idx < s->func->nparams)
		add_source(&s->tmps[in->dst],
			   (struct source){
				   .what = arena_printf(s->x->arena, "#%u", in->arg[0].idx) });
	if (in->type != IRT_PTR || !what)
		return;
	new = (struct source){ .what = what, .is_own = is_put_before(s, what) };
	add_source(&s->tmps[in->dst], new);
	if (s->is_handler && !new.is_own)
		reading_of(s, what);
}

static bool has_part(const char *name, const char *const *parts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(name, parts[i]))
			return true;
	return false;
}

/* Whether a function of this name makes files or devices known to user space. */
static bool makes_known(const char *name)
{
	static const char *const parts[] = { "create_file", "create_group", "add_group", "register",
					     "device_add" };

	return has_part(name, parts, sizeof(parts) / sizeof(*parts)) && !strstr(name, "unregister");
}

/* Whether what a function of this name does comes after the files are gone. */
static bool is_last(const char *name)
{
	static const char *const parts[] = { "remove",	"exit",	      "destroy", "cleanup",
					     "release", "unregister", "detach",	 "disconnect" };

	return has_part(name, parts, sizeof(parts) / sizeof(*parts));
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
	*vec_push(s->x->arena, &s->puts) =
		(struct put){ .what = what, .block = s->block, .is_null = is_null(s, in->arg[1]) };
	if (is_sure(s, in->arg[1]))
		*vec_push(s->x->arena, &s->sure) = (struct put){ .what = what, .block = s->block };
}

static void scan_call(struct scan *s, const struct ir_insn *in)
{
	const char *name = program_func(s->x->prog, s->unit, in->call->callee.idx).func->name;

	if (makes_known(name))
		*vec_push(s->x->arena, &s->known) = s->block;
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
		note_relied_on(s, in->arg[0]);
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

/*
 * Whether the function comes by the block of @p before it makes anything known; or on all
 * the ways that do not fail, if it does not do that itself.
 */
static bool is_on_all_ways(const struct scan *s, const struct put *p)
{
	vec_for_each_ptr(const uint32_t, b, &s->known)
		if (!ir_dominates(s->dom, p->block, *b))
			return false;
	if (s->known.n)
		return true;
	for (uint32_t b = 0; b < s->func->blocks.n; b++) {
		const struct ir_block *block = &s->func->blocks.v[b];
		const struct ir_insn *end = &block->insns.v[block->insns.n - 1];

		if (end->op != OP_RET ||
		    (end->arg[0].kind == REF_CONST && !is_null(s, end->arg[0])))
			continue;
		if (!ir_dominates(s->dom, p->block, b))
			return false;
	}
	return true;
}

static bool puts_something(const struct scan *s, const char *what)
{
	vec_for_each_ptr(const struct put, p, &s->puts)
		if (!p->is_null && !strcmp(p->what, what))
			return true;
	return false;
}

/* What a function takes back that it has put there itself is no other time. */
static void note_resets(const struct scan *s)
{
	vec_for_each_ptr(const struct put, p, &s->puts)
		if (p->is_null && !is_last(s->func->name) && !puts_something(s, p->what))
			note(s->x, p->what, &(struct absence){ .is_reset = true });
}

static void note_made(const struct scan *s)
{
	vec_for_each_ptr(const struct put, p, &s->sure)
		if (is_on_all_ways(s, p))
			note(s->x, p->what, &(struct absence){ .is_made = true });
}

/* Twice, because a loop may test what its end stored. */
static void scan_func(struct absences *x, struct ir_unit *u, const struct ir_func *f)
{
	struct scan s = { .x = x,
			  .unit = u,
			  .func = f,
			  .is_maker = callees_has(&x->makers, f),
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
		s.known.n = 0;
		vec_for_each_ptr(struct put, p, &s.puts)
			p->is_old = true;
		for (s.block = 0; s.block < f->blocks.n; s.block++) {
			memset(s.stored, 0, f->locals.n * sizeof(*s.stored));
			vec_for_each_ptr(struct ir_insn, in, &f->blocks.v[s.block].insns)
				scan_insn(&s, in);
		}
	}
	note_readings(&s);
	note_resets(&s);
	if (s.is_maker)
		note_made(&s);
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

static bool calls_maker(const struct absences *x, struct ir_unit *u, const struct ir_func *f)
{
	vec_for_each_ptr(const struct ir_block, b, &f->blocks)
		vec_for_each_ptr(const struct ir_insn, in, &b->insns)
			if (in->op == OP_CALL &&
			    makes_known(program_func(x->prog, u, in->call->callee.idx).func->name))
				return true;
	return false;
}

static void find_makers(struct absences *x)
{
	callees_init(&x->makers, x->arena, x->prog, SIZE_MAX);
	for (size_t i = 0; i < x->prog->units.n; i++) {
		struct ir_unit *u = x->prog->units.v[i];

		vec_for_each_ptr(struct ir_func, f, &u->funcs)
			if (!f->in_header && calls_maker(x, u, f))
				callees_from(&x->makers, (struct func_id){ u, f });
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
	find_makers(x);
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
