// SPDX-License-Identifier: MIT
/*
 * A long path learns things about many numbers that are gone: the result of a
 * call whose variable was overwritten, the index of a finished loop. What is
 * known of them slows every later question, so it is dropped now and then. A
 * number lives if a cell, a temporary or a length holds it, or if it can be
 * had again because it has a key (a byte of the user's buffer, strlen of it).
 */
#include "absint/engine.h"

struct pruner {
	struct engine *e;
	bool *live; /* by symbol */
};

static void mark(struct pruner *p, uint32_t sym, int depth)
{
	const struct sym *y = sym_get(&p->e->syms, sym);

	if (!sym || p->live[sym] || depth > 16)
		return;
	p->live[sym] = true;
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		mark(p, y->term[i].sym, depth + 1);
	if (y->kind == SYM_EXPR) {
		mark(p, y->a.sym, depth + 1);
		mark(p, y->b.sym, depth + 1);
	}
}

static void mark_contents(struct pruner *p, const struct contents *c)
{
	for (size_t i = 0; i < c->ntexts; i++)
		mark(p, c->texts[i].length.sym, 0);
	if (c->has_nul)
		mark(p, c->nul.sym, 0);
	if (c->sieve.is_set)
		mark(p, c->sieve.upto.sym, 0);
	for (size_t i = 0; i < c->n; i++)
		mark(p, c->cells[i].value.sym, 0);
}

static void mark_state(struct pruner *p, const struct state *s)
{
	mark(p, p->e->count.sym, 0);
	for (size_t i = 0; i < s->mem.n; i++)
		mark_contents(p, s->mem.v[i].contents);
	for (size_t i = 0; i < s->tmps.n; i++)
		mark(p, s->tmps.v[i].value.sym, 0);
}

/* Whether something may ask for @sym again. */
static bool is_wanted(struct pruner *p, uint32_t sym, int depth)
{
	const struct sym *y = sym_get(&p->e->syms, sym);
	bool wanted = true;

	if (!sym || p->live[sym] || y->is_keyed || depth > 16)
		return true;
	if (y->kind == SYM_ATOM)
		return false;
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++)
		wanted = wanted && is_wanted(p, y->term[i].sym, depth + 1);
	if (y->kind == SYM_EXPR)
		wanted = is_wanted(p, y->a.sym, depth + 1) && is_wanted(p, y->b.sym, depth + 1);
	if (wanted)
		p->live[sym] = true; /* asked once: "v ^ v >> 1" has one part twice */
	return wanted;
}

bool *state_living(struct engine *e, const struct state *s)
{
	struct pruner p = { e, NULL };

	p.live = arena_array(e->arena, e->syms.syms.n, sizeof(*p.live));
	mark_state(&p, s);
	return p.live;
}

void state_prune(struct engine *e, struct state *s)
{
	struct pruner p = { e, state_living(e, s) };
	size_t out = 0;

	for (size_t i = 0; i < s->bounds.n; i++)
		if (is_wanted(&p, s->bounds.v[i].sym, 0))
			s->bounds.v[out++] = s->bounds.v[i];
	s->bounds.n = out;
	out = 0;
	for (size_t i = 0; i < s->loosened.n; i++)
		if (is_wanted(&p, s->loosened.v[i].sym, 0))
			s->loosened.v[out++] = s->loosened.v[i];
	s->loosened.n = out;
}
