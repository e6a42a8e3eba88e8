// SPDX-License-Identifier: MIT
#include <string.h>

#include "absint/state.h"

struct state *state_new(struct arena *a)
{
	return arena_new_of(a, struct state);
}

#define COPY_VEC(a, to, from)                                                                      \
	do {                                                                                       \
		(to)->v = arena_grow((a), (from)->v, (from)->n * sizeof(*(from)->v),               \
				     ((from)->n + 4) * sizeof(*(from)->v));                        \
		(to)->cap = (from)->n + 4;                                                         \
	} while (0)

struct state *state_fork(struct arena *a, const struct state *s)
{
	struct state *f = arena_new_of(a, struct state);

	*f = *s;
	COPY_VEC(a, &f->mem, &s->mem);
	COPY_VEC(a, &f->bounds, &s->bounds);
	COPY_VEC(a, &f->loosened, &s->loosened);
	COPY_VEC(a, &f->tmps, &s->tmps);
	COPY_VEC(a, &f->failures, &s->failures);
	COPY_VEC(a, &f->loops, &s->loops);
	COPY_VEC(a, &f->facts, &s->facts);
	return f;
}

/*
 * The three sorted arrays are searched alike: SEARCH gives the index of the
 * first element whose key is not less than @want.
 */
#define SEARCH(vec, key, want, index)                                                              \
	do {                                                                                       \
		size_t lo_ = 0, hi_ = (vec)->n;                                                    \
		while (lo_ < hi_) {                                                                \
			size_t mid_ = (lo_ + hi_) / 2;                                             \
			if ((vec)->v[mid_].key < (want))                                           \
				lo_ = mid_ + 1;                                                    \
			else                                                                       \
				hi_ = mid_;                                                        \
		}                                                                                  \
		(index) = lo_;                                                                     \
	} while (0)

/* Make room at @i, where the new element goes. */
#define OPEN_GAP(a, vec, i)                                                                        \
	do {                                                                                       \
		(void)vec_push((a), (vec));                                                        \
		memmove((vec)->v + (i) + 1, (vec)->v + (i),                                        \
			((vec)->n - 1 - (i)) * sizeof(*(vec)->v));                                 \
	} while (0)

const struct contents *state_contents(const struct state *s, uint32_t region)
{
	size_t i;

	SEARCH(&s->mem, region, region, i);
	return i < s->mem.n && s->mem.v[i].region == region ? s->mem.v[i].contents : NULL;
}

void state_set_contents(struct arena *a, struct state *s, uint32_t region, const struct contents *c)
{
	size_t i;

	SEARCH(&s->mem, region, region, i);
	if (i == s->mem.n || s->mem.v[i].region != region)
		OPEN_GAP(a, &s->mem, i);
	s->mem.v[i] = (struct binding){ region, c };
}

void state_forget_region(struct state *s, uint32_t region)
{
	size_t i;

	SEARCH(&s->mem, region, region, i);
	if (i == s->mem.n || s->mem.v[i].region != region)
		return;
	s->mem.n--;
	memmove(s->mem.v + i, s->mem.v + i + 1, (s->mem.n - i) * sizeof(*s->mem.v));
}

void state_set_tmp(struct arena *a, struct state *s, uint32_t tmp, struct aval v)
{
	size_t i;

	SEARCH(&s->tmps, tmp, tmp, i);
	if (i == s->tmps.n || s->tmps.v[i].tmp != tmp)
		OPEN_GAP(a, &s->tmps, i);
	s->tmps.v[i] = (struct tmp_value){ tmp, v };
}

const struct aval *state_tmp(const struct state *s, uint32_t tmp)
{
	size_t i;

	SEARCH(&s->tmps, tmp, tmp, i);
	return i < s->tmps.n && s->tmps.v[i].tmp == tmp ? &s->tmps.v[i].value : NULL;
}

const struct bound *state_known(const struct state *s, uint32_t sym)
{
	size_t i;

	SEARCH(&s->bounds, sym, sym, i);
	return i < s->bounds.n && s->bounds.v[i].sym == sym ? &s->bounds.v[i] : NULL;
}

const struct range *state_bound(const struct state *s, uint32_t sym)
{
	const struct bound *b = state_known(s, sym);

	return b ? b->range : NULL;
}

void state_set_bound(struct arena *a, struct state *s, uint32_t sym, const struct range *r,
		     unsigned int tested)
{
	struct range *copy = arena_new_of(a, struct range);
	size_t i;

	*copy = *r;
	SEARCH(&s->bounds, sym, sym, i);
	if (i == s->bounds.n || s->bounds.v[i].sym != sym) {
		OPEN_GAP(a, &s->bounds, i);
		s->bounds.v[i] = (struct bound){ .sym = sym };
	}
	s->bounds.v[i].range = copy;
	s->bounds.v[i].tested |= tested;
}

#define DOUBT_DEPTH 6

void state_loosen(struct arena *a, struct state *s, uint32_t sym, const char *doubt)
{
	size_t i;

	SEARCH(&s->loosened, sym, sym, i);
	if (i < s->loosened.n && s->loosened.v[i].sym == sym)
		return;
	OPEN_GAP(a, &s->loosened, i);
	s->loosened.v[i] = (struct loosened){ sym, doubt };
}

static const char *loosened_doubt(const struct symtab *t, const struct state *s, uint32_t sym,
				  int depth)
{
	const struct sym *y = sym_get(t, sym);
	const char *doubt = NULL;
	size_t at;

	SEARCH(&s->loosened, sym, sym, at);
	if (at < s->loosened.n && s->loosened.v[at].sym == sym)
		doubt = s->loosened.v[at].doubt;

	if (!sym || depth == DOUBT_DEPTH)
		return NULL;
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms && !doubt; i++)
		doubt = loosened_doubt(t, s, y->term[i].sym, depth + 1);
	if (y->kind == SYM_EXPR && !doubt)
		doubt = loosened_doubt(t, s, y->a.sym, depth + 1);
	if (y->kind == SYM_EXPR && !doubt)
		doubt = loosened_doubt(t, s, y->b.sym, depth + 1);
	return doubt;
}

const char *state_loosened(const struct symtab *t, const struct state *s, struct aval v)
{
	return s->loosened.n ? loosened_doubt(t, s, v.sym, 0) : NULL;
}

const char *state_doubt(const struct symtab *t, const struct state *s, struct aval v)
{
	const char *doubt = value_doubt(t, v);

	return doubt ? doubt : state_loosened(t, s, v);
}

void state_add_doubt(struct state *s, const char *why)
{
	if (!s->reach_doubt)
		s->reach_doubt = why;
	if (s->doubt && !s->only_looped)
		return;
	s->doubt = why;
	s->only_looped = false;
}

struct failure *state_failure(const struct state *s, struct aval v)
{
	for (size_t i = 0; v.failure && i < s->failures.n; i++)
		if (s->failures.v[i].id == v.failure)
			return &s->failures.v[i];
	return NULL;
}

void state_add_step(struct arena *a, struct state *s, struct loc loc, const char *message)
{
	struct step *step;

	/* a macro tests its argument as often as it names it: told once */
	if (s->steps && loc_compare(&s->steps->step.loc, &loc) == 0 &&
	    strcmp(s->steps->step.message, message) == 0)
		return;
	step = arena_new_of(a, struct step);
	*step = (struct step){ s->steps, { loc, message } };
	s->steps = step;
}
