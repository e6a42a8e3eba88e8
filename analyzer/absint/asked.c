// SPDX-License-Identifier: MIT
/*
 * One question asked twice. What others may write is read anew after a lock, a
 * wait or a function that nobody knows, and a test of it may come out otherwise
 * then. But a driver that finds its bus before and after it locks it, or
 * compares with a limit that was set at boot, relies on finding the same. So a
 * path on which such an answer changed is in doubt.
 *
 * A question is known by the places that it looks at, not by what was read
 * there; a function that returns a pointer is one, too: whether it finds what
 * its arguments name. The same test in the same call asks until the answer changes, as loops
 * do, and says nothing of that kind.
 *
 * Where paths meet, what each of them asked is kept side by side, for a few: "a && b" is
 * no on one path and no on another for different reasons, and yes later would be a
 * changed answer on both.
 */
#include <string.h>

#include "absint/asked.h"
#include "absint/engine.h"
#include "absint/identity.h"

#define MAX_DEPTH 6  /* of a question's parts, and of pointers that lead to a place */
#define MAX_ASKED 64 /* questions looked back at */

/** struct asked - a test or search that came out so; paths that go on share it.
 */
struct asked {
	const struct asked *before;
	size_t n; /* of them, this one included */
	uint64_t key;
	bool answer;
	const struct frame *frame;
	const struct ir_insn *insn; /* a branch, or a call that returns a pointer */
	const char *kind;	    /* the member of one of them that tells what an object is */
};

struct question {
	const struct engine *e;
	bool has_place;	  /* it looks at memory that others may write */
	const char *kind; /* it looks at this member */
};

/*
 * A member that tells what kind of object one is: a handler is only called with its
 * own kind, and only where is_visible lets its file be.
 */
static const char *kind_asked(const struct engine *e, struct aval at)
{
	const char *member = value_inner_member(at);

	return member && (visible_asks(e->visible, member) || model_tells_kind(e->models, member))
		       ? member
		       : NULL;
}

static uint64_t key_of_value(struct question *q, struct aval v, int depth);

/* Where a number was read; or, if it is of the path's own making, the number. */
static uint64_t key_of_atom(struct question *q, uint32_t sym, int depth)
{
	const struct sym *y = sym_get(&q->e->syms, sym);
	const struct region *r;
	uint64_t h;

	if (!y->is_keyed || !y->at.region || depth > MAX_DEPTH)
		return identity_mix(1, sym);
	r = region_get(q->e, y->at.region);
	if (r->kind != REGION_OUTSIDE && r->kind != REGION_GLOBAL)
		return identity_mix(1, sym);
	q->has_place = true;
	if (!q->kind)
		q->kind = kind_asked(q->e, y->at);
	h = r->kind == REGION_OUTSIDE && r->pointer.sym ? key_of_value(q, r->pointer, depth + 1)
							: identity_mix(2, y->at.region);
	h = identity_mix(h, (uint64_t)y->at.k);
	return identity_mix(h, y->at.sym ? key_of_atom(q, y->at.sym, depth + 1) : 0);
}

static uint64_t key_of_value(struct question *q, struct aval v, int depth)
{
	const struct sym *y = sym_get(&q->e->syms, v.sym);
	uint64_t h = identity_mix(v.region, (uint64_t)v.k);

	if (!v.sym)
		return h;
	if (y->kind == SYM_ATOM || depth > MAX_DEPTH)
		return identity_mix(h, key_of_atom(q, v.sym, depth));
	for (size_t i = 0; y->kind == SYM_LINEAR && i < y->nterms; i++) {
		struct aval term = { .sym = y->term[i].sym };

		/* in any order */
		h += identity_mix((uint64_t)y->term[i].coef, key_of_value(q, term, depth + 1));
	}
	if (y->kind == SYM_EXPR) {
		h = identity_mix(h, (uint64_t)y->op);
		h = identity_mix(h, key_of_value(q, y->a, depth + 1));
		h = identity_mix(h, key_of_value(q, y->b, depth + 1));
	}
	return h;
}

/* A question and its opposite are one; *@answer is turned to fit. */
static uint64_t key_of_question(struct question *q, struct aval cond, bool *answer)
{
	const struct sym *y = sym_get(&q->e->syms, cond.sym);
	struct aval a = y->a, b = y->b;
	enum ir_op op = y->op;

	if (!cond.sym || cond.k || y->kind != SYM_EXPR || !(ir_ops[op].flags & IROP_COMPARE))
		return key_of_value(q, cond, 0);
	if (op == OP_EQ || op == OP_LE)
		*answer = !*answer;
	if ((op == OP_EQ || op == OP_NE) && value_is_const(b) && !b.k)
		return key_of_value(q, a, 0);
	if (op == OP_LE) { /* a <= b is not b < a */
		a = y->b;
		b = y->a;
	}
	op = op == OP_EQ ? OP_NE : op == OP_LE ? OP_LT : op;
	return identity_mix(identity_mix((uint64_t)op, key_of_value(q, a, 0)),
			    key_of_value(q, b, 0));
}

static void note_changed_answer(struct engine *e, struct state *s, const char *what)
{
	state_add_doubt(s,
			arena_printf(e->out, "'%s' is asked again, and comes out otherwise", what));
}

/* Whether the answer to @now is another than the last one on the way @p. */
static bool is_changed(const struct asked *p, const struct asked *now)
{
	for (int left = MAX_ASKED; p && left; p = p->before, left--)
		if (p->key == now->key)
			return p->answer != now->answer &&
			       (p->frame != now->frame || p->insn != now->insn);
	return false;
}

static const struct asked *asked_next(struct engine *e, const struct asked *before,
				      const struct asked *now)
{
	struct asked *new = arena_new_of(e->arena, struct asked);

	*new = *now;
	new->before = before;
	new->kind = !now->kind &&before ? before->kind : now->kind;
	new->n = before ? before->n + 1 : 1;
	return new;
}

/* @what is the question in words. Ways on which the answer has changed are not gone on. */
static void note(struct engine *e, struct state *s, const struct asked *now, const char *what)
{
	struct asked_ways *w = &s->asked;
	size_t n = 0;

	w->n = w->n ? w->n : 1; /* nothing was asked */
	for (size_t i = 0; i < w->n; i++)
		if (!is_changed(w->way[i], now))
			w->way[n++] = asked_next(e, w->way[i], now);
	if (!n) {
		note_changed_answer(e, s, what);
		w->way[n++] = asked_next(e, w->way[0], now);
	}
	w->n = n;
}

void asked_note(struct engine *e, struct state *s, const struct ir_insn *branch, struct aval cond,
		bool answer)
{
	struct question q = { .e = e };
	struct asked now = { .frame = e->frame, .insn = branch };

	now.key = key_of_question(&q, cond, &answer);
	now.answer = answer;
	now.kind = q.kind;
	if (q.has_place && !e->trial)
		note(e, s, &now, branch->text ? branch->text : "a condition");
}

void asked_case(struct engine *e, struct state *s, const struct ir_insn *in, struct aval v)
{
	struct question q = { .e = e };
	struct asked now = { .frame = e->frame, .insn = in };

	now.key = identity_mix(4, key_of_value(&q, v, 0)); /* which case it was is no yes or no */
	now.kind = q.kind;
	if (q.kind && !e->trial)
		note(e, s, &now, in->text ? in->text : "a switch");
}

void asked_call(struct engine *e, struct state *s, const struct ir_func *f,
		const struct call_site *c, struct aval result)
{
	struct question q = { .e = e };
	struct range r = eval(e, s, result);
	struct asked now = { .frame = e->frame, .insn = c->insn };

	if (e->trial || f->ret != IRT_PTR || range_is_empty(&r) ||
	    (!range_is_single(&r) && range_contains(&r, 0)))
		return;
	now.key = identity_mix(3, (uint64_t)(uintptr_t)f);
	for (size_t i = 0; i < c->nargs; i++)
		now.key = identity_mix(now.key, key_of_value(&q, c->args[i], 0));
	now.answer = !range_contains(&r, 0);
	if (visible_calls(e->visible, f))
		now.kind = f->name;
	note(e, s, &now, arena_printf(e->out, "%s()", f->name));
}

const char *asked_kind(struct engine *e, const struct state *s)
{
	const struct asked *first = s->asked.way[0];

	return first && first->kind
		       ? arena_printf(e->out, "'%s' was asked before: it tells what it is handed",
				      first->kind)
		       : NULL;
}

static const struct asked *before_both(const struct asked *a, const struct asked *b)
{
	while (a != b) {
		if (!b || (a && a->n >= b->n))
			a = a->before;
		else
			b = b->before;
	}
	return a;
}

/* The last answer to the question of @q on the way @p down to @end, or NULL. */
static const struct asked *last_answer(const struct asked *p, const struct asked *end,
				       const struct asked *q)
{
	for (int left = MAX_ASKED; p != end && left; p = p->before, left--)
		if (p->key == q->key)
			return p;
	return NULL;
}

/* What both ways say: what was asked before they parted, and what had the same answer since. */
static const struct asked *in_both(struct engine *e, const struct asked *a, const struct asked *b)
{
	const struct asked *start = before_both(a, b), *out = start, *same[MAX_ASKED];
	size_t n = 0;

	for (const struct asked *p = a; p != start && n < MAX_ASKED; p = p->before) {
		const struct asked *q = last_answer(b, start, p);

		if (q && q->answer == p->answer && last_answer(a, start, p) == p)
			same[n++] = p;
	}
	while (n)
		out = asked_next(e, out, same[--n]);
	return out;
}

/* One way too many becomes one with the way that it has most in common with. */
static void add_way(struct engine *e, struct asked_ways *to, const struct asked *way)
{
	const struct asked *best = NULL;
	size_t at = 0;

	for (size_t i = 0; i < to->n; i++)
		if (to->way[i] == way)
			return;
	if (to->n < ASKED_WAYS) {
		to->way[to->n++] = way;
		return;
	}
	for (size_t i = 0; i < to->n; i++) {
		const struct asked *both = in_both(e, to->way[i], way);

		if (!i || (both ? both->n : 0) > (best ? best->n : 0)) {
			best = both;
			at = i;
		}
	}
	to->way[at] = best;
}

struct asked_ways asked_join(struct engine *e, const struct asked_ways *a,
			     const struct asked_ways *b)
{
	struct asked_ways out = *a;

	out.n = a->n ? a->n : 1;
	for (size_t i = 0; i < (b->n ? b->n : 1); i++)
		add_way(e, &out, b->way[i]);
	return out;
}

struct asked_ways asked_in_both(struct engine *e, const struct asked_ways *a,
				const struct asked_ways *b)
{
	struct asked_ways out = { .n = 1, .way = { a->way[0] } };

	for (size_t i = 1; i < a->n; i++)
		out.way[0] = in_both(e, out.way[0], a->way[i]);
	for (size_t i = 0; i < (b->n ? b->n : 1); i++)
		out.way[0] = in_both(e, out.way[0], b->way[i]);
	return out;
}
