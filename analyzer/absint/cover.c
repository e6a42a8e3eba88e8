// SPDX-License-Identifier: MIT
/*
 * Whether a widened state covers what came round the loop once more: then the
 * loop has settled. Symbols differ from round to round, so each of the old
 * state is read as the value that stands in its place in the new one, and what
 * the old one knows of it has to hold for that.
 */
#include "absint/engine.h"
#include "absint/input.h"
#include "absint/joiner.h"
#include "absint/memory.h"

#define COVER_PAIRS (4 * MAX_PAIRS)

/* What each symbol of the old state stands for in the new one. */
struct cover {
	struct engine *e;
	struct state *old, *new;
	size_t n;
	struct pair pairs[COVER_PAIRS]; /* a: symbol of old, b: its value in new */
};

static bool cover_symbol(struct cover *c, uint32_t sym, struct aval value)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->pairs[i].a.sym == sym)
			return value_same(c->pairs[i].b, value);
	if (c->n == COVER_PAIRS)
		return false;
	c->pairs[c->n++] = (struct pair){ .a = { .sym = sym }, .b = value };
	return true;
}

/* Whether what @old says of the member it points into goes for @new, too. */
static bool cover_extent(const struct cover *c, struct aval old, struct aval new)
{
	bool anywhere = old.sym && !old.region && sym_get(&c->e->syms, old.sym)->is_anything;

	return old.extent == &extent_unclear || (anywhere && !old.extent) ||
	       extent_same(old.extent, new.extent);
}

/* What @old may be: of an atom, whatever the state has bounded it by, for cover_bounds() asks. */
static struct range room_of(struct cover *c, struct aval old)
{
	const struct sym *y = old.sym ? sym_get(&c->e->syms, old.sym) : NULL;

	return y && y->kind == SYM_ATOM && !old.region ? range_shift(&y->base, old.k)
						       : eval(c->e, c->old, old);
}

static bool cover_value(struct cover *c, struct aval old, struct aval new)
{
	struct range ro, rn;

	if ((old.failure && old.failure != new.failure) || !cover_extent(c, old, new))
		return false;
	new = simplify_value(c->e, c->new, new);
	if (value_same(old, new))
		return true;
	if (old.region != new.region && (old.region || !old.sym))
		return false;
	if (old.region) { /* in the same object it is the offsets that differ */
		old = value_offset(old);
		new = value_offset(new);
	}
	ro = room_of(c, old);
	rn = eval(c->e, c->new, new);
	if (!old.sym || !range_subset(&rn, &ro))
		return false;
	if (new.region)
		return true; /* an unknown pointer covers any */
	new.k = wide_add(new.k, -old.k);
	return sym_get(&c->e->syms, old.sym)->kind == SYM_ATOM && cover_symbol(c, old.sym, new);
}

static bool cover_cells(struct cover *c, uint32_t region, const struct contents *from)
{
	for (size_t i = 0; i < from->n; i++) {
		struct aval at = value_address(region, from->cells[i].offset);
		enum ir_type t = from->cells[i].type;

		if (!cover_value(c, mem_load(c->e, c->old, at, t), mem_load(c->e, c->new, at, t)))
			return false;
	}
	return true;
}

static bool cover_texts(struct cover *c, uint32_t region, const struct contents *from)
{
	for (size_t i = 0; i < from->ntexts; i++) {
		struct aval at = value_address(region, from->texts[i].at);
		struct text old = text_as_written(c->e, c->old, at);
		struct text new = text_as_written(c->e, c->new, at);

		if (old.is_guess)
			continue;
		if (!text_covers(&old, &new) || !cover_value(c, old.length, new.length))
			return false;
	}
	return true;
}

static bool cover_nul(struct cover *c, const struct contents *old, const struct contents *new)
{
	return !old->has_nul || (new->has_nul &&cover_value(c, old->nul, new->nul));
}

static bool cover_sieve(struct cover *c, const struct sieve *old, const struct sieve *new)
{
	return !old->is_set ||
	       (new->is_set && old->from == new->from &&charset_subset(&new->set, &old->set) &&
		charset_subset(&new->last, &old->last) && cover_value(c, old->upto, new->upto));
}

/* ---- what a pointer leads to that was made up where states met ---- */

static bool is_read_in(const struct sym *y, const void *ctx)
{
	const uint32_t *region = ctx;

	return y->at.region == *region ||
	       (y->kind == SYM_EXPR && (y->a.region == *region || y->b.region == *region));
}

static bool value_is_of(const struct engine *e, struct aval v, uint32_t region)
{
	return v.region == region || sym_any(&e->syms, v.sym, is_read_in, &region, true);
}

static bool contents_are_of(const struct engine *e, const struct contents *o, uint32_t region)
{
	for (size_t i = 0; i < o->n; i++)
		if (value_is_of(e, o->cells[i].value, region))
			return true;
	for (size_t i = 0; i < o->ntexts; i++)
		if (value_is_of(e, o->texts[i].length, region))
			return true;
	return o->has_nul && value_is_of(e, o->nul, region);
}

/* Whether @s holds an address in @region, or something that was read there. */
static bool knows_of(const struct engine *e, const struct state *s, uint32_t region)
{
	for (size_t i = 0; i < s->tmps.n; i++)
		if (value_is_of(e, s->tmps.v[i].value, region))
			return true;
	for (size_t i = 0; i < s->mem.n; i++)
		if (contents_are_of(e, s->mem.v[i].contents, region))
			return true;
	for (size_t i = 0; i < s->bounds.n; i++)
		if (value_is_of(e, (struct aval){ .sym = s->bounds.v[i].sym }, region))
			return true;
	return false;
}

/* Made where states met: it is another one each round. */
static bool is_made_up(const struct sym *y, const void *unused)
{
	(void)unused;
	return y->kind == SYM_ATOM && (y->is_anything || y->is_widened);
}

/*
 * The old state has such a pointer and has never looked where it leads: so anything may
 * be there, also what the new one has put there. Each round makes another one.
 */
static bool is_unseen(const struct cover *c, uint32_t region)
{
	uint32_t pointer = region_get(c->e, region)->pointer.sym;

	return sym_any(&c->e->syms, pointer, is_made_up, NULL, false) &&
	       !state_contents(c->old, region) && !knows_of(c->e, c->old, region);
}

static bool cover_region(struct cover *c, uint32_t region)
{
	const struct contents *old = state_contents(c->old, region);
	const struct contents *new = state_contents(c->new, region);

	if (is_unseen(c, region))
		return true;
	old = old ? old : mem_default(c->e, c->old, region);
	new = new ? new : mem_default(c->e, c->new, region);
	if (old == new)
		return true;
	if (old->fill != FILL_UNKNOWN && old->fill != new->fill)
		return false;
	if (old->user.kind && !input_same_text(old->user, new->user))
		return false;
	if ((new->deps & ~old->deps) || (new->doubt && !old->doubt))
		return false;
	if (!(old->epoch == new->epoch ? stretch_covers(&old->part, &new->part) : old->is_joined))
		return false;
	if (!cover_texts(c, region, old) || !cover_texts(c, region, new) ||
	    !cover_nul(c, old, new) || !cover_sieve(c, &old->sieve, &new->sieve))
		return false;
	return cover_cells(c, region, old) && cover_cells(c, region, new);
}

/* @sym of the old state, in terms of the new one. */
static struct aval translate(struct cover *c, uint32_t sym)
{
	const struct sym *y = sym_get(&c->e->syms, sym);
	size_t nterms = y->nterms;
	struct aval v = { 0 };

	if (y->kind != SYM_LINEAR) {
		for (size_t i = 0; i < c->n; i++)
			if (c->pairs[i].a.sym == sym)
				return c->pairs[i].b;
		return (struct aval){ .sym = sym };
	}
	for (size_t i = 0; i < nterms; i++) {
		struct term t = sym_get(&c->e->syms, sym)->term[i];

		v = value_add(&c->e->syms, v,
			      value_scale(&c->e->syms, translate(c, t.sym), t.coef));
	}
	return v;
}

/* What @sym is at most by a relation "@sym - other <= k" of the old state. */
static wide most_by_relation(struct cover *c, uint32_t sym, const struct bound *b)
{
	const struct sym *y = sym_get(&c->e->syms, b->sym);
	bool is_second = y->nterms == 2 && y->term[1].sym == sym;
	struct term self, other;
	struct range r;

	if (y->kind != SYM_LINEAR || y->nterms != 2)
		return WIDE_MAX;
	self = y->term[is_second];
	other = y->term[!is_second];
	if (self.sym != sym || self.coef != 1 || other.coef != -1)
		return WIDE_MAX;
	r = eval(c->e, c->new, translate(c, other.sym));
	return range_is_empty(&r) ? WIDE_MAX : wide_add(range_max(&r), range_max(b->range));
}

/* What the bounds of its numbers, each for itself, let a sum of the old state be. */
static struct range range_of_terms(const struct cover *c, const struct sym *sum)
{
	struct range all = range_single(0);

	for (size_t i = 0; i < sum->nterms; i++) {
		const struct range *bound = state_bound(c->old, sum->term[i].sym);
		struct range r = bound ? *bound : sym_get(&c->e->syms, sum->term[i].sym)->base;

		r = range_scale(&r, sum->term[i].coef);
		all = range_add(&all, &r);
	}
	return all;
}

/* What @b says that other bounds, which are asked for themselves, don't. */
static struct range asked_of(const struct cover *c, const struct bound *b)
{
	const struct sym *y = sym_get(&c->e->syms, b->sym);
	struct range of_terms;

	if (y->kind != SYM_LINEAR || b->range->n != 1)
		return *b->range;
	of_terms = range_of_terms(c, y);
	if (range_is_empty(&of_terms))
		return *b->range;
	return range_of(range_min(&of_terms) < range_min(b->range) ? range_min(b->range) : WIDE_MIN,
			range_max(&of_terms) > range_max(b->range) ? range_max(b->range)
								   : WIDE_MAX);
}

/*
 * What evaluating a sum forgets, a relation of the sum as a whole may know. One that is not
 * asked for, because the bounds of its numbers imply it, can't prove one of those.
 */
static struct range range_by_relations(struct cover *c, uint32_t sym, struct range r)
{
	for (size_t i = 0; i < c->old->bounds.n; i++) {
		const struct bound *b = &c->old->bounds.v[i];
		struct range asked = asked_of(c, b), most;

		if (range_is_empty(&asked) || range_max(&asked) == WIDE_MAX)
			continue;
		most = range_of(WIDE_MIN, most_by_relation(c, sym, b));
		r = range_intersect(&r, &most);
	}
	return r;
}

static bool cover_bounds(struct cover *c)
{
	for (size_t i = 0; i < c->old->bounds.n; i++) {
		const struct bound *b = &c->old->bounds.v[i];
		struct range r = eval(c->e, c->new, translate(c, b->sym)), asked = asked_of(c, b);

		if (!range_subset(&r, &asked) && sym_get(&c->e->syms, b->sym)->kind == SYM_ATOM)
			r = range_by_relations(c, b->sym, r);
		if (!range_subset(&r, &asked))
			return false;
	}
	return true;
}

static bool cover_memory(struct cover *c)
{
	for (size_t i = 0; i < c->old->mem.n; i++)
		if (!cover_region(c, c->old->mem.v[i].region))
			return false;
	for (size_t i = 0; i < c->new->mem.n; i++)
		if (!cover_region(c, c->new->mem.v[i].region))
			return false;
	return true;
}

static bool cover_tmps(struct cover *c)
{
	for (size_t i = 0; i < c->old->tmps.n; i++) {
		const struct aval *new = state_tmp(c->new, c->old->tmps.v[i].tmp);

		if (!new || !cover_value(c, c->old->tmps.v[i].value, *new))
			return false;
	}
	return true;
}

/* What the paths have asked: a widened state that met others knows what all of them did. */
static bool cover_tests(struct engine *e, const struct state *old, const struct state *new)
{
	if (old->failures_doubt)
		return true;
	return failures_same(old, new) && (!old->interrupted || new->interrupted) &&
	       (!old->bytes_tests || new->bytes_tests) && (old->bytes_doubt || !new->bytes_doubt) &&
	       input_same(input_join(e, old->input, new->input), old->input);
}

bool state_covers(struct engine *e, const struct state *old, const struct state *new)
{
	struct cover *c = arena_new_of(e->arena, struct cover);

	if (!cover_tests(e, old, new) || !facts_cover(&old->facts, &new->facts) ||
	    (old->world != new->world && !old->world))
		return false;
	*c = (struct cover){ .e = e,
			     .old = state_fork(e->arena, old),
			     .new = state_fork(e->arena, new) };
	sieves_grow(e, c->new);
	return cover_tmps(c) && cover_memory(c) && cover_bounds(c);
}
