// SPDX-License-Identifier: MIT
/*
 * Which state goes on next, and when several become one.
 *
 * Pending states are taken in reverse post order, and what came round a loop
 * waits until nothing else is left in the body, so paths meet again where the
 * program joins. Where they meet, states that hold the same values are merged
 * at once (nothing is lost); past MERGE_AT those that no rule could tell apart
 * are merged too, and past MERGE_HARD any, at the price of a doubt.
 *
 * A loop whose trip count is fixed by constants is followed round by round;
 * any other is followed a few rounds exactly (what a short input does) and
 * then widened until it settles.
 */
#include <string.h>

#include "absint/worklist.h"

#define MERGE_AT	  24   /* states waiting at one block before alike ones merge */
#define MERGE_HARD	  96   /* ... before any merge */
#define MERGE_COARSE	  4    /* the first of these, when there turned out to be too many */
#define HARD_COARSE	  8    /* ... and the second */
#define ROUNDS_OPEN	  3    /* rounds followed exactly when the data decides */
#define ROUNDS_MANY	  2    /* ... when many paths go round already */
#define ROUNDS_COARSE	  1    /* ... when there turned out to be too many */
#define ROUNDS_SHORT	  8    /* ... and constants decide but the body forks */
#define ROUNDS_TABLE	  40   /* when constants decide but the body forks */
#define ROUNDS_FIXED	  300  /* when constants decide everything */
#define ROUNDS_LONG	  2100 /* ... and the loop stays cheap */
#define ROUNDS_LIMIT	  4200 /* ... and a number is at its limit: some fill a page */
#define LOOP_SHARE	  4    /* it is while it takes less than a fourth of all steps */
#define LONG_CELLS	  600  /* ... and stores fewer values than this in one object */
#define WIDENED_OFTEN	  8    /* times that a loop is given to find how its numbers are related */
#define WIDENED_TOO_OFTEN 24
#define FEW_STATES	  8
#define MANY_EXITS	  16  /* results of one call */
#define EXITS_COARSE	  4   /* ... when there turned out to be too many paths */
#define MANY_OUTCOMES	  96  /* outcomes of a handler, which rules want to see apart */
#define WORTH_PRUNING	  48  /* bounds */
#define MANY_LOOSENED	  512 /* they cost next to nothing: nobody asks for them but a report */
#define RETURN_TMP	  UINT32_MAX

static const char *doubt_at(struct engine *e, const char *what, const struct ir_func *f)
{
	return arena_printf(e->out, "%s in %s()", what, f->name);
}

/* No instruction of this block from @insn on, and none of another, uses what is dropped. */
static void drop_tmps(struct activation *act, struct state *s, size_t insn)
{
	size_t out = 0;

	for (size_t i = 0; i < s->tmps.n; i++) {
		uint32_t tmp = s->tmps.v[i].tmp;

		if (act->shape->long_tmp[tmp] || act->shape->last_use[tmp] >= insn)
			s->tmps.v[out++] = s->tmps.v[i];
	}
	s->tmps.n = out;
}

static const struct func_shape *shape_of(struct engine *e, const struct ir_unit *u,
					 const struct ir_func *f)
{
	struct func_shape *shape;

	for (size_t i = 0; i < e->shapes.n; i++)
		if (e->shapes.v[i]->func == f)
			return e->shapes.v[i];
	shape = shape_new(e->arena, u, f);
	*vec_push(e->arena, &e->shapes) = shape;
	return shape;
}

void worklist_init(struct engine *e, struct activation *act)
{
	act->heads = arena_array(e->arena, act->f->blocks.n + 1, sizeof(*act->heads));
	act->shape = act->frame.shape = shape_of(e, act->frame.id.unit, act->f);
}

/* ---- loops ---- */

static struct loop_count *loop_of(struct engine *e, struct state *s, uint32_t block)
{
	uint32_t depth = (uint32_t)e->frame->depth;
	struct loop_count *c;

	vec_for_each_ptr(struct loop_count, l, &s->loops)
		if (l->depth == depth && l->block == block)
			return l;
	c = vec_push(e->arena, &s->loops);
	c->depth = depth;
	c->block = block;
	return c;
}

static bool is_cheap(const struct engine *e, const struct loop_count *l, const struct state *s)
{
	if (!e->at_limit && e->budget.insns - l->started > e->budget.max_insns / LOOP_SHARE)
		return false;
	for (size_t i = 0; i < s->mem.n; i++)
		if (s->mem.v[i].contents->n > LONG_CELLS)
			return false;
	return true;
}

static uint32_t rounds_allowed(const struct engine *e, const struct activation *act,
			       const struct loop_count *l, const struct state *s)
{
	if (l->undecided == s->undecided)
		return l->rounds < ROUNDS_FIXED || !is_cheap(e, l, s) ? ROUNDS_FIXED
		       : e->at_limit				      ? ROUNDS_LIMIT
								      : ROUNDS_LONG;
	if (e->is_coarse)
		return l->is_counted ? ROUNDS_SHORT : ROUNDS_COARSE;
	if (act->todo.n > FEW_STATES)
		return ROUNDS_MANY;
	return l->is_counted ? ROUNDS_TABLE : ROUNDS_OPEN;
}

void note_counted(struct engine *e, struct activation *act, struct state *s, uint32_t block,
		  const struct ir_insn *branch)
{
	for (size_t i = 0; i < s->loops.n; i++) {
		struct loop_count *l = &s->loops.v[i];
		const bool *in;

		/* a callee that answers yes on one path and no on another counts nothing */
		if (l->depth != e->frame->depth || l->undecided != s->undecided)
			continue;
		in = act->shape->loop[l->block];
		if (in && in[block] && in[branch->target[0]] != in[branch->target[1]])
			l->is_counted = true;
	}
}

/* The number of the widened state that covers @s from now on; 0 if one did already. */
static size_t widen_at(struct engine *e, struct activation *act, struct head *h, struct state *s)
{
	struct widening w = { .shape = act->shape,
			      .doubt = doubt_at(e, "a loop may go round any number of times",
						act->f) };
	size_t i = 0;

	while (i < h->n && i < HEAD_STATES - 1 && !state_mergeable(h->widened[i], s))
		i++;
	if (i == h->n) {
		h->widened[h->n++] = s;
		return i + 1;
	}
	if (state_covers(e, h->widened[i], s)) {
		let_pass_note(e, h->widened[i], s);
		return 0;
	}
	w.is_late = ++h->times[i] > WIDENED_OFTEN;
	w.is_last = h->times[i] > WIDENED_TOO_OFTEN;
	h->widened[i] = state_widen(e, h->widened[i], s, &w);
	return i + 1;
}

/* A version of the same widened state that has not run yet is outdated. */
static void push_widened(struct engine *e, struct activation *act, uint32_t block, size_t number)
{
	struct state *s = state_fork(e->arena, act->heads[block].widened[number - 1]);

	vec_for_each_ptr(struct pending, p, &act->todo)
		if (p->block == block && p->widened == number) {
			p->s = s;
			return;
		}
	*vec_push(e->arena, &act->todo) =
		(struct pending){ .block = block, .s = s, .is_back = true, .widened = number };
}

/* Counts the round of @s, which arrives at a loop head; returns whether it is one too many. */
static bool count_round(struct engine *e, struct activation *act, uint32_t block, struct state *s,
			bool is_back)
{
	struct loop_count *l = loop_of(e, s, block);
	uint32_t allowed = rounds_allowed(e, act, l, s);

	l->rounds = is_back ? l->rounds + 1 : 0;
	l->started = is_back ? l->started : e->budget.insns;
	l->undecided = s->undecided;
	l->is_counted = false;
	return l->rounds > allowed;
}

/* ---- pending states ---- */

/* Merge @new into a state that waits at the same place; false if none is fit for it. */
static bool merge_waiting(struct engine *e, struct activation *act, const struct pending *new,
			  size_t waiting)
{
	const char *doubt = doubt_at(e, "too many paths were merged", act->f);
	const size_t alike = e->is_coarse ? MERGE_COARSE : MERGE_AT;
	const size_t any = e->is_coarse ? HARD_COARSE : MERGE_HARD;

	vec_for_each_ptr(struct pending, p, &act->todo) {
		if (p->block != new->block || p->insn != new->insn || p->widened)
			continue;
		if (waiting < any && !state_mergeable(p->s, new->s))
			continue;
		if (waiting < alike && (e->keeps_ways || !state_same_values(p->s, new->s)))
			continue;
		p->s = state_join(e, p->s, new->s, waiting < alike ? NULL : doubt);
		p->is_back = p->is_back && new->is_back;
		return true;
	}
	return false;
}

/* The same for one that differs in failures only. */
static bool unite_waiting(struct engine *e, struct activation *act, const struct pending *new)
{
	vec_for_each_ptr(struct pending, p, &act->todo) {
		if (p->block != new->block || p->insn != new->insn || p->widened)
			continue;
		if (p->is_back == new->is_back && state_unite(e, p->s, new->s))
			return true;
	}
	return false;
}

/* @few: so many may wait apart though they hold the same values. */
static void push(struct engine *e, struct activation *act, const struct pending *new, size_t few)
{
	size_t waiting = 0;

	vec_for_each_ptr(struct pending, p, &act->todo)
		waiting += p->block == new->block && p->insn == new->insn;
	if (waiting && unite_waiting(e, act, new))
		return;
	if (waiting > few && merge_waiting(e, act, new, waiting))
		return;
	*vec_push(e->arena, &act->todo) = *new;
}

void resume(struct engine *e, struct activation *act, const struct pending *p, struct state *s)
{
	struct pending new = { .block = p->block, .insn = p->insn + 1, .s = s };

	drop_tmps(act, s, new.insn);
	push(e, act, &new, e->is_coarse ? MERGE_COARSE : MERGE_AT);
}

void go_to(struct engine *e, struct activation *act, uint32_t from, uint32_t block, struct state *s)
{
	const struct ir_block *to = &act->f->blocks.v[block];
	struct pending new = { .block = block, .s = s };
	size_t number;

	drop_tmps(act, s, SIZE_MAX);
	if (s->bounds.n >= WORTH_PRUNING || s->loosened.n >= MANY_LOOSENED)
		state_prune(e, s);
	new.is_back = to->is_loop_head && act->f->blocks.v[from].rpo >= to->rpo;
	if (new.is_back)
		collect_lost(e, act, block, s);
	if (to->is_loop_head && count_round(e, act, block, s, new.is_back)) {
		if (e->trial) { /* what any round may leave behind is nothing to try */
			summary_set_incomplete(e, e->at, "a loop in %s() goes round too often",
					       act->f->name);
			return;
		}
		number = widen_at(e, act, &act->heads[block], s);
		if (number)
			push_widened(e, act, block, number);
		return;
	}
	push(e, act, &new, 0);
}

static bool is_inside(const struct activation *act, uint32_t head, uint32_t block)
{
	const bool *in = act->shape->loop[head];

	return in && in[block];
}

/* What came round a loop waits for the rest of the body; inner loops finish first. */
static bool comes_before(const struct activation *act, const struct pending *a,
			 const struct pending *b)
{
	uint32_t ra = act->f->blocks.v[a->block].rpo, rb = act->f->blocks.v[b->block].rpo;

	if (a->is_back != b->is_back)
		return b->is_back;
	if (ra != rb)
		return a->is_back ? ra > rb : ra < rb;
	return a->insn < b->insn;
}

/*
 * With too many paths, what comes behind a loop waits for all that leave it: it is not
 * followed again for each round.
 */
static bool comes_before_coarsely(const struct activation *act, const struct pending *a,
				  const struct pending *b)
{
	bool a_waits = a->is_back && is_inside(act, a->block, b->block);
	bool b_waits = b->is_back && is_inside(act, b->block, a->block);

	if (a->block != b->block && a_waits != b_waits)
		return b_waits;
	if (a->is_back != b->is_back && !a_waits && !b_waits)
		return a->is_back;
	return a->block == b->block
		       ? comes_before(act, a, b)
		       : act->f->blocks.v[a->block].rpo < act->f->blocks.v[b->block].rpo;
}

struct pending take_next(const struct engine *e, struct activation *act)
{
	size_t best = 0;
	struct pending p;

	for (size_t i = 1; i < act->todo.n; i++)
		if ((e->is_coarse ? comes_before_coarsely : comes_before)(act, &act->todo.v[i],
									  &act->todo.v[best]))
			best = i;
	p = act->todo.v[best];
	memmove(act->todo.v + best, act->todo.v + best + 1,
		(act->todo.n - best - 1) * sizeof(*act->todo.v));
	act->todo.n--;
	return p;
}

/* ---- results of a call ---- */

static bool is_negative(struct engine *e, const struct exit_state *x)
{
	struct range r = eval(e, x->state, x->value);

	return !range_is_empty(&r) && range_max(&r) < 0;
}

/* Two ways out that a caller can't tell apart; a callee of many branches has few results. */
static bool merge_exit(struct engine *e, struct exit_state *to, const struct exit_state *x,
		       bool hard, const char *doubt)
{
	struct state *joined;

	/* the cheap questions first: most ways out differ in where they are */
	if (to->value.region != x->value.region || to->value.failure != x->value.failure ||
	    loc_compare(&to->loc, &x->loc) != 0)
		return false;
	if (!hard && (e->keeps_ways || !value_same(to->value, x->value)))
		return false;
	if (!state_mergeable(to->state, x->state) ||
	    (!hard && !state_same_values(to->state, x->state)))
		return false;
	if (hard && is_negative(e, to) != is_negative(e, x))
		return false;
	state_set_tmp(e->arena, to->state, RETURN_TMP, to->value);
	state_set_tmp(e->arena, x->state, RETURN_TMP, x->value);
	joined = state_join(e, to->state, x->state, hard ? doubt : NULL);
	to->value = *state_tmp(joined, RETURN_TMP);
	joined->tmps.n--;
	to->state = joined;
	return true;
}

void add_exit(struct engine *e, struct activation *act, const struct exit_state *x)
{
	const char *doubt = doubt_at(e, "too many paths were merged", act->f);
	exit_list *all = act->exits;
	size_t many = !act->frame.caller ? MANY_OUTCOMES : e->is_coarse ? EXITS_COARSE : MANY_EXITS;

	for (size_t i = 0; i < all->n; i++)
		if (merge_exit(e, &all->v[i], x, false, doubt))
			return;
	for (size_t i = 0; i < all->n && all->n >= many; i++)
		if (merge_exit(e, &all->v[i], x, true, doubt))
			return;
	*vec_push(e->arena, all) = *x;
}
