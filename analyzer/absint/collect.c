// SPDX-License-Identifier: MIT
/*
 * Memory that a round of a loop allocated and that nothing points to any more.
 *
 * Each round would leave another such object, so that a loop which allocates
 * never settles. What it held and that it was freed decides nothing; that it was
 * not freed is told once for each call that allocates.
 */
#include "absint/apply.h"
#include "absint/worklist.h"

struct collecting {
	struct engine *e;
	struct state *s;
	uint32_t first; /* older regions are known to the callers, too */
	bool *live;	/* by region */
};

static bool is_candidate(const struct collecting *c, uint32_t region)
{
	return region >= c->first && region_get(c->e, region)->kind == REGION_HEAP;
}

static uint32_t region_of_fact(const struct fact *f)
{
	return f->kind == FACT_FREED	? (uint32_t)f->key
	       : f->kind == FACT_OBJECT ? owned_region(f)
					: 0;
}

/*
 * The lifetime of a variable that the loop declares ends with the round. A block that
 * jumps into the loop past its head is not of the loop, though it leads to its end.
 */
static void end_lifetimes(struct collecting *c, const struct activation *act, uint32_t head)
{
	const bool *in = act->shape->loop[head];
	const struct ir_block *blocks = act->f->blocks.v;

	for (size_t b = 0; in && b < act->f->blocks.n; b++) {
		if (!in[b] || blocks[b].rpo < blocks[head].rpo)
			continue;
		vec_for_each_ptr(const struct ir_insn, insn, &blocks[b].insns)
			if (insn->op == OP_SCOPE)
				state_forget_region(c->s, operand(c->e, c->s, insn->arg[0]).region);
	}
}

static bool has_candidate(const struct collecting *c)
{
	for (size_t i = 0; i < c->s->mem.n; i++)
		if (is_candidate(c, c->s->mem.v[i].region))
			return true;
	vec_for_each_ptr(const struct fact, f, &c->s->facts)
		if (is_candidate(c, region_of_fact(f)))
			return true;
	return false;
}

static void mark(struct collecting *c, uint32_t region)
{
	const struct contents *o;

	if (!region || c->live[region])
		return;
	c->live[region] = true;
	o = state_contents(c->s, region);
	for (size_t i = 0; o && i < o->n; i++)
		mark(c, o->cells[i].value.region);
}

static void mark_all(struct collecting *c)
{
	c->live = arena_array(c->e->arena, c->e->regions.n, sizeof(*c->live));
	for (size_t i = 0; i < c->s->mem.n; i++)
		if (!is_candidate(c, c->s->mem.v[i].region))
			mark(c, c->s->mem.v[i].region);
	for (size_t i = 0; i < c->s->tmps.n; i++)
		mark(c, c->s->tmps.v[i].value.region);
}

/* An object of the same call was lost before. */
static bool is_told(const struct collecting *c, size_t n)
{
	const struct fact *f = c->s->facts.v;

	for (size_t i = 0; i < n; i++)
		if (f[i].kind == FACT_OBJECT && !loc_compare(&f[i].loc, &f[n].loc) &&
		    is_candidate(c, region_of_fact(&f[i])) && !c->live[region_of_fact(&f[i])])
			return true;
	return false;
}

static void drop_facts(struct collecting *c)
{
	for (size_t i = c->s->facts.n; i--;) {
		const struct fact *f = &c->s->facts.v[i];
		uint32_t region = region_of_fact(f);

		if (is_candidate(c, region) && !c->live[region] &&
		    (f->kind == FACT_FREED || is_told(c, i)))
			fact_drop(&c->s->facts, f->kind, f->key);
	}
}

void collect_lost(struct engine *e, const struct activation *act, uint32_t head, struct state *s)
{
	struct collecting c = { .e = e, .s = s, .first = act->first_region };

	if (!has_candidate(&c))
		return;
	end_lifetimes(&c, act, head);
	mark_all(&c);
	drop_facts(&c);
	for (size_t i = s->mem.n; i--;)
		if (is_candidate(&c, s->mem.v[i].region) && !c.live[s->mem.v[i].region])
			state_forget_region(s, s->mem.v[i].region);
}
