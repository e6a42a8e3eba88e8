// SPDX-License-Identifier: MIT
/*
 * needs: the state in which store returns. gives: how far the tests on its path
 * reached into the written text, by all that the path knows in the end. How
 * the facts were collected, and their limits, is told in input.c.
 */
#include "absint/input.h"

/* How far one test reaches, given all that the state knows in the end. */
struct reach {
	enum input_extent extent;
	enum newline_view newline; /* of the compared bytes, if that is known; else SENSITIVE */
	bool has_nul;		   /* bytes behind a NUL were compared, too */
};

/* Whether the path has tied @v to something that user space can't choose. */
static bool is_pinned(struct engine *e, const struct state *s, struct aval v)
{
	struct range r = eval(e, s, v);

	if (range_is_single(&r))
		return true;
	for (size_t i = 0; i < s->bounds.n; i++) {
		const struct sym *y = sym_get(&e->syms, s->bounds.v[i].sym);
		bool has = false, others = y->kind == SYM_LINEAR;

		for (size_t k = 0; others && k < y->nterms; k++) {
			has |= y->term[k].sym == v.sym;
			others = y->term[k].sym == v.sym || input_is_free(e, y->term[k].sym);
		}
		if (has && others && range_is_single(s->bounds.v[i].range))
			return true;
	}
	return false;
}

/* As many bytes as were written were compared with a line that ends in a newline. */
static struct reach reach_line(const struct range *over)
{
	struct reach r = { .extent = INPUT_WHOLE, .has_nul = true };

	r.newline = range_min(over) == 0    ? NEWLINE_SEEN
		    : range_max(over) == -1 ? NEWLINE_ABSENT
					    : NEWLINE_IGNORED;
	return r;
}

static struct reach reach_limited(struct engine *e, struct state *s, const struct text_test *t)
{
	struct range over = eval(e, s, value_sub(&e->syms, t->limit, t->other_length));
	wide of_text = input_difference(e, s, t->user_length, t->limit);
	wide of_count = input_difference(e, s, e->count, t->limit);
	bool seen = input_facts(s)->newline == NEWLINE_SEEN, all, pinned;

	if (range_is_empty(&over))
		return (struct reach){ .extent = INPUT_NOTHING };
	if (range_min(&over) >= 1)
		return (struct reach){ .extent = INPUT_WHOLE };
	if (t->other_newline && of_count == 0 && range_min(&over) >= -1 && range_max(&over) <= 0)
		return reach_line(&over);
	all = range_is_single(&over) && range_min(&over) == 0;
	pinned = all || is_pinned(e, s, t->limit);
	if (pinned && (of_text == 0 || of_count == 0))
		return (struct reach){ .extent = INPUT_WHOLE,
				       .newline = t->other_newline && all ? NEWLINE_SEEN
									  : NEWLINE_ABSENT,
				       .has_nul = of_count == 0 };
	if (pinned && seen && (of_text == 1 || of_count == 1))
		return (struct reach){ .extent = INPUT_WHOLE,
				       .newline = NEWLINE_SEEN,
				       .has_nul = of_count == 1 };
	if (value_deps(&e->syms, t->limit) & (DEP_BYTES | DEP_COUNT))
		return (struct reach){ .extent = INPUT_USER_PREFIX };
	return (struct reach){ .extent = INPUT_FIXED_PREFIX };
}

static struct reach reach_of(struct engine *e, struct state *s, const struct text_test *t)
{
	struct reach r = { .extent = INPUT_FIXED_PREFIX };

	if (t->text.kind == USER_TEXT_CUT || t->text.kind == USER_TEXT_BYTES)
		return r;
	if (t->is_limited)
		return reach_limited(e, s, t);
	r.extent = INPUT_WHOLE;
	return r;
}

static enum newline_view view_of(const struct input_facts *f, const struct text_test *t,
				 const struct reach *r)
{
	if (t->ignores_newline || t->text.kind == USER_TEXT_TRIMMED)
		return NEWLINE_IGNORED;
	if (r->newline != NEWLINE_SENSITIVE)
		return r->newline;
	if (t->text.kind == USER_TEXT_STRIPPED)
		return NEWLINE_SEEN;
	return f->newline == NEWLINE_ABSENT ? NEWLINE_ABSENT : NEWLINE_SENSITIVE;
}

/* A test of the length that lets a text pass but not the text and a newline. */
static bool length_decides(struct engine *e, struct state *s, const struct text_test *t)
{
	struct range count = eval(e, s, e->count), own = eval(e, s, t->other_length);
	struct range over = eval(e, s, value_sub(&e->syms, e->count, t->other_length));
	bool is_parsed = value_same(t->user_length, t->other_length);

	if (range_is_empty(&count) || range_is_empty(&own))
		return false;
	if (is_parsed) /* no number that show prints needs as much */
		return range_max(&count) < INPUT_NUMBER_ROOM;
	if (range_is_single(&over))
		return true;
	return range_max(&own) < INT32_MAX && range_max(&count) <= range_max(&own);
}

static void weigh(struct engine *e, struct state *s, const struct text_test *t,
		  struct outcome_input *o)
{
	const struct input_facts *f = input_facts(s);
	struct range before = eval(e, s, value_sub(&e->syms, f->covered, t->offset));
	struct reach r = reach_of(e, s, t);

	if (range_is_empty(&before) || range_min(&before) < 0 || r.extent < o->extent)
		return;
	o->extent = r.extent;
	o->function = t->function;
	o->loc = t->loc;
	o->newline = view_of(f, t, &r);
	if (o->newline == NEWLINE_IGNORED && t->ignores_newline && length_decides(e, s, t))
		o->newline = NEWLINE_SENSITIVE;
	o->sees_nul |= r.has_nul;
}

/* The text ends where the tests got to. */
static void weigh_end(struct engine *e, struct state *s, struct outcome_input *o)
{
	const struct input_facts *f = input_facts(s);
	wide newline = f->newline == NEWLINE_SEEN;

	if (o->extent == INPUT_WHOLE || (value_is_const(f->covered) && !f->covered.k) ||
	    (!f->is_ended && !input_is_end(e, s, f->covered, newline)))
		return;
	o->extent = INPUT_WHOLE;
	o->newline = newline ? NEWLINE_SEEN : NEWLINE_ABSENT;
	o->sees_nul |= input_difference(e, s, e->count, f->covered) == newline;
}

struct outcome_input input_summarise(struct engine *e, struct state *s)
{
	const struct input_facts *f = input_facts(s);
	struct outcome_input o = { .extent = INPUT_NOTHING,
				   .newline = NEWLINE_SENSITIVE,
				   .sees_nul = f->sees_nul,
				   .doubt = f->doubt,
				   .doubt_loc = f->doubt_loc };

	if (!e->user || !e->has_count)
		return o;
	for (size_t i = 0; i < f->n; i++)
		weigh(e, s, f->passed[i], &o);
	weigh_end(e, s, &o);
	if (input_difference(e, s, e->count, mem_length(e, s, value_address(e->user, 0))) == 0)
		o.sees_nul = true;
	return o;
}

/* ---- why not ---- */

static bool spells_text(struct engine *e, struct state *s, const struct text_test *t)
{
	struct range over = range_single(0);

	if (t->is_limited)
		over = eval(e, s, value_sub(&e->syms, t->limit, t->other_length));
	return t->other.is_known && value_is_const(t->offset) && !t->offset.k &&
	       t->text.kind != USER_TEXT_CUT && !range_is_empty(&over) && range_max(&over) <= 0;
}

static struct refusal refusal_of(struct engine *e, struct state *s, const struct input_reason *r)
{
	struct refusal out = { .has_nul = r->has_nul, .count = range_of(r->least, r->most) };
	const struct text_test *t = r->failed;

	if (r->longer.is_known) {
		out.is_bare = input_facts(s)->newline != NEWLINE_SENSITIVE;
		out.text = out.is_bare ? spelling_bare(r->longer) : r->longer;
	}
	if (!t || !spells_text(e, s, t))
		return out;
	out.is_bare = t->ignores_newline || t->text.kind == USER_TEXT_STRIPPED ||
		      t->text.kind == USER_TEXT_TRIMMED ||
		      input_facts(s)->newline != NEWLINE_SENSITIVE;
	out.text = out.is_bare ? spelling_bare(t->other) : t->other;
	return out;
}

void input_refusals(struct engine *e, struct state *s, struct outcome *o)
{
	const struct input_facts *f = input_facts(s);

	for (size_t i = 0; i < f->nways; i++) {
		struct refusal_list *ways = vec_push(e->out, &o->ways);

		for (size_t k = 0; k < f->way[i].n; k++)
			*vec_push(e->out, &ways->reasons) = refusal_of(e, s, &f->way[i].reason[k]);
	}
}
