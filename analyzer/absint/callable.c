// SPDX-License-Identifier: MIT
/*
 * Whether a function pointer that is called may be NULL. The driver's own
 * tables and code say so (lacking.h), and its tests elsewhere (absent.h).
 *
 * A path that has asked for a number of the driver's own may thereby have found
 * out what kind of device this is, and that the function is there: such a call
 * is only doubtful. The numbers that the pointer itself was found with are no
 * such question, unless they were compared with one table.
 */
#include "absint/engine.h"
#include "absint/lacking.h"
#include "absint/later.h"

#define MAX_LINKS 6 /* of a chain of pointers */

/* ---- what is known of a pointer just loaded ---- */

static const char *place_name(const struct engine *e, struct aval at)
{
	const char *member = value_inner_member(at);

	if (member || !at.region || region_get(e, at.region)->kind != REGION_GLOBAL)
		return member;
	return region_get(e, at.region)->name;
}

static bool find_lacking(struct engine *e, struct aval at, const char *member, struct lacking *out)
{
	const struct region *r = region_get(e, at.region);
	size_t driver = program_driver(e->prog, e->prog->units.v[e->summary->handler->unit]);
	const char *pointer;

	if (r->kind != REGION_OUTSIDE || at.sym)
		return false;
	pointer = r->pointer.sym ? place_name(e, sym_get(&e->syms, r->pointer.sym)->at) : NULL;
	if (pointer && lackings_know(e->lackings, driver, pointer))
		return lacking_in_table(e->lackings, driver, pointer, member, (int64_t)at.k, out);
	return lacking_in_code(e->lackings, driver, member, out) ||
	       lacking_in_any_table(e->lackings, driver, member, out);
}

bool callable_loaded(struct engine *e, struct aval at, struct aval v)
{
	const char *member = value_inner_member(at);
	struct lacking l;
	struct sym *y;

	if (!member || !prepare_bound(e->prepared, member) || !find_lacking(e, at, member, &l))
		return false;
	y = sym_get(&e->syms, v.sym);
	y->lacking = l.where;
	y->doubt = l.doubt;
	return true;
}

/* ---- what the path asked ---- */

/* The pointer, those that led to it, and the symbols that they were found with. */
struct chain {
	size_t n;
	uint32_t sym[MAX_LINKS * 4 * (SYM_TERMS + 1)];
};

/* A number, and what it was before it was converted to an index. */
static void add_number(const struct engine *e, struct chain *c, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);

	c->sym[c->n++] = sym;
	if (y->kind == SYM_EXPR && y->op == OP_CAST && y->a.sym)
		c->sym[c->n++] = y->a.sym;
}

static void add_address(const struct engine *e, struct chain *c, struct aval at)
{
	const struct sym *y = at.sym ? sym_get(&e->syms, at.sym) : NULL;

	if (y)
		add_number(e, c, at.sym);
	for (size_t i = 0; y && y->kind == SYM_LINEAR && i < y->nterms; i++)
		add_number(e, c, y->term[i].sym);
}

/* The pointer of "p + i"; what is no sum is itself. */
static uint32_t pointer_in(const struct engine *e, uint32_t sym)
{
	const struct sym *y = sym_get(&e->syms, sym);

	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (sym_get(&e->syms, y->term[i].sym)->deps & DEP_ADDRESS ||
		    sym_get(&e->syms, y->term[i].sym)->at.region)
			return y->term[i].sym;
	return sym;
}

static struct chain chain_of(const struct engine *e, struct aval f)
{
	struct chain c = { 0 };
	uint32_t sym = f.sym;

	for (int i = 0; sym && i < MAX_LINKS; i++) {
		struct aval at;

		add_address(e, &c, (struct aval){ .sym = sym });
		at = sym_get(&e->syms, pointer_in(e, sym))->at;
		add_address(e, &c, at);
		sym = at.region ? region_get(e, at.region)->pointer.sym : 0;
	}
	return c;
}

static bool is_in_chain(const struct chain *c, uint32_t sym)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->sym[i] == sym)
			return true;
	return false;
}

/* "ops == &new_ops": the pointer of the chain that the question @y names one object for; or NULL.
 */
static const struct sym *compared_link(const struct engine *e, const struct chain *c,
				       const struct sym *y)
{
	uint32_t link = y->a.region ? y->b.sym : y->b.region ? y->a.sym : 0;

	return link && is_in_chain(c, link) ? sym_get(&e->syms, link) : NULL;
}

/* "i < p->n", where i leads to the object: that there is one says not of which kind. */
static bool is_limit(const struct chain *c, const struct sym *y)
{
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		if (is_in_chain(c, y->term[i].sym))
			return true;
	return y->kind == SYM_EXPR && (y->op == OP_LT || y->op == OP_LE) &&
	       (is_in_chain(c, y->a.sym) || is_in_chain(c, y->b.sym));
}

/* A number that the driver keeps and that @sym is made of; or NULL. */
static const struct sym *number_in(const struct engine *e, const struct chain *c, uint32_t sym,
				   int depth)
{
	const struct sym *y = sym_get(&e->syms, sym), *found = NULL;
	enum region_kind kind;

	if (sym && y->kind == SYM_EXPR)
		found = compared_link(e, c, y);
	if (found)
		return found;
	if (!sym || depth > 4 || is_in_chain(c, sym) || y->deps & (DEP_BYTES | DEP_ADDRESS))
		return NULL;
	if (y->kind == SYM_EXPR) {
		if (is_limit(c, y))
			return NULL;
		found = number_in(e, c, y->a.sym, depth + 1);
		return found ? found : number_in(e, c, y->b.sym, depth + 1);
	}
	if (is_limit(c, y))
		return NULL;
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms && !found; i++)
		found = number_in(e, c, y->term[i].sym, depth + 1);
	if (y->kind == SYM_LINEAR || !y->at.region)
		return found;
	kind = region_get(e, y->at.region)->kind;
	return kind == REGION_OUTSIDE || kind == REGION_GLOBAL ? y : NULL;
}

/* Whether a test of the path has compared the number @sym with what leads to the object. */
static bool limits_chain(const struct engine *e, const struct state *s, const struct chain *c,
			 uint32_t sym)
{
	for (size_t i = 0; i < s->bounds.n; i++) {
		const struct sym *y = sym_get(&e->syms, s->bounds.v[i].sym);

		for (size_t k = 0; y->kind == SYM_LINEAR && k < y->nterms; k++)
			if (y->term[k].sym == sym && is_limit(c, y))
				return true;
	}
	return false;
}

/*
 * Whether @y, which the path found to be 0, was so for every kind of object once it was set up:
 * whatever set the nearest of the pointers that lead to @f does not set it.
 */
static bool tells_no_kind(struct engine *e, const struct state *s, struct aval f, uint32_t y)
{
	size_t driver = program_driver(e->prog, e->prog->units.v[e->summary->handler->unit]);
	const char *number = value_inner_member(sym_get(&e->syms, y)->at);
	struct range now = eval(e, s, (struct aval){ .sym = y });
	uint32_t sym = f.sym;

	if (!number || !range_contains(&now, 0))
		return false;
	for (int i = 0; sym && i < MAX_LINKS; i++) {
		struct aval at = sym_get(&e->syms, pointer_in(e, sym))->at;
		const char *pointer = place_name(e, at);

		if (pointer && later_knows(e->later, driver, pointer))
			return later_is_set(e->later, driver, number, pointer);
		sym = at.region ? region_get(e, at.region)->pointer.sym : 0;
	}
	return false;
}

const char *callable_path_doubt(struct engine *e, const struct state *s, struct aval f)
{
	struct chain c = chain_of(e, f);

	for (size_t i = 0; i < s->bounds.n; i++) {
		const struct bound *b = &s->bounds.v[i];
		const struct sym *y = number_in(e, &c, b->sym, 0);
		uint32_t number = y ? (uint32_t)(y - e->syms.syms.v) : 0; /* the table may move */
		const char *name;

		if (!y || !b->tested || range_subset(&sym_get(&e->syms, b->sym)->base, b->range) ||
		    limits_chain(e, s, &c, b->sym) || tells_no_kind(e, s, f, number))
			continue;
		name = place_name(e, sym_get(&e->syms, number)->at);
		return arena_printf(e->out,
				    "'%s' was asked before, and may tell whether it is there",
				    name ? name : "a number of the driver");
	}
	return NULL;
}

/* ---- the call ---- */

static void report(struct engine *e, const struct state *s, struct aval f, const char *name)
{
	const struct sym *y = f.sym ? sym_get(&e->syms, f.sym) : NULL;
	const char *what = name ? name : y && y->at.region ? place_name(e, y->at) : NULL;
	struct event ev = { .kind = EVENT_ABSENT_CALL };

	ev.message = arena_printf(e->out, "calls '%s', which %s NULL%s%s",
				  what ? what : "a function pointer", y ? "may be" : "is",
				  y && y->lacking ? ": " : "", y && y->lacking ? y->lacking : "");
	ev.doubt = y ? y->doubt : NULL;
	if (y && !ev.doubt)
		ev.doubt = callable_path_doubt(e, s, f);
	event_add(e, s, &ev);
}

bool callable_check(struct engine *e, struct state *s, struct aval f, const char *name)
{
	struct range now = eval(e, s, f), some = range_all();

	if (e->trial || f.region || range_is_empty(&now) || !range_contains(&now, 0))
		return true;
	report(e, s, f, name);
	some = range_without(&some, 0, 0);
	return assume_in(e, s, f, &some);
}
