// SPDX-License-Identifier: MIT
/* What two nodes of a driver make of the same strings; and the dump of all trials. */
#include <stdlib.h>
#include <string.h>

#include "absint/trying.h"

/* Two stores that are given the same. */
struct comparing {
	struct trying t; /* of the one */
	const struct handler *other;
	struct node_pair *pair;
	/* Runs of show that printed the same: what they read, they have in common. Or NULL. */
	const struct trial *shown, *other_shown;
};

/* A value that only one of two runs looked at, or NULL; on which ways they went is all one. */
static const char *other_place(const struct trying *t, const struct trial *a, const struct trial *b,
			       const struct trial *shown)
{
	for (size_t i = 0; i < a->reads.n; i++) {
		const struct place *p = &t->set->places.v[a->reads.v[i]];

		if (p->use != USE_POINTER && !has_read(b, a->reads.v[i]) &&
		    !(shown && has_read(shown, a->reads.v[i])))
			return p->key;
	}
	return NULL;
}

static const char *doubt_of(const struct comparing *c, const struct run *a, const struct run *b)
{
	const char *place = other_place(&c->t, &a->trial, &b->trial, c->shown);

	if (!place)
		place = other_place(&c->t, &b->trial, &a->trial, c->other_shown);
	if (place)
		return arena_printf(c->t.arena, "only one of the nodes looks at '%s'", place);
	if (a->verdict == TRIAL_UNKNOWN || b->verdict == TRIAL_UNKNOWN)
		return arena_printf(c->t.arena, "what a node does is not known: %s",
				    a->why ? a->why : b->why);
	return NULL;
}

static void compare_answers(struct comparing *c, const struct trial_result *with)
{
	struct node_pair *p = c->pair;
	struct trying o = c->t;
	struct run a = run_store(&c->t, with->bytes, with->n), b;
	struct trial_result *r;
	const char *doubt;

	p->ntried++;
	o.store = c->other;
	b = run_store(&o, with->bytes, with->n);
	note_texts(&c->t, &a.trial);
	note_texts(&c->t, &b.trial);
	doubt = doubt_of(c, &a, &b);
	if (doubt && !c->shown)
		p->doubt = doubt;
	if (p->differs || doubt || a.verdict == b.verdict)
		return;
	r = arena_new_of(c->t.arena, struct trial_result);
	*r = result_of(with->input, &a);
	p->differs = r;
}

/* ---- numbers of a version ---- */

#define MAX_NUMBERS 4
#define MAX_DIGITS  9
#define MANY_OLDER  16

/* The version @v with @number in place of its @n digits at @at. */
static void compare_number(struct comparing *c, const char *v, size_t at, size_t n, wide number)
{
	char digits[WIDE_CHARS];
	struct strbuf b;

	if (number < 0)
		return;
	strbuf_init(&b, c->t.arena);
	strbuf_addf(&b, "%.*s%s%s", (int)at, v, wide_format(number, digits), v + at + n);
	compare_answers(c,
			&(struct trial_result){ .input = TRIAL_CHANGED, .bytes = b.s, .n = b.n });
}

/* @nolder versions before it, the next one, and what the tests of either node single out. */
static void compare_numbers(struct comparing *c, const char *v, wide nolder)
{
	size_t found = 0, n;

	for (size_t i = 0; v[i] && found < MAX_NUMBERS; i += n + !n) {
		wide number = strtoll(v + i, NULL, 10);

		n = strspn(v + i, "0123456789");
		if (!n || n > MAX_DIGITS)
			continue;
		found++;
		for (wide k = 1; k <= nolder; k++)
			compare_number(c, v, i, n, number - k);
		compare_number(c, v, i, n, number + 1);
		for (size_t k = 0; k < c->t.tested.n && k < MAX_CONSTANTS; k++)
			compare_number(c, v, i, n, c->t.tested.v[k]);
	}
}

static void compare_version(struct comparing *c, const struct trials *t)
{
	if (t->version)
		compare_numbers(c, arena_strndup(c->t.arena, t->version, t->nversion), 1);
}

/* ---- the same type on both nodes ---- */

#define MAX_CHOICES 16
#define MAX_TYPES   8 /* numbers of a type or row that are tried */

/* What show of a node prints with one of its places set so. */
struct choice {
	bool is_set;
	uint32_t number;
	struct place place;
	struct run show;
};

struct choices {
	size_t n;
	struct choice v[MAX_CHOICES];
};

static void add_choice(struct trying *t, struct choices *all, const uint32_t *place)
{
	struct run show = run_show(t);
	struct choice *c = &all->v[all->n];

	if (show.verdict != TRIAL_ACCEPTED || all->n == MAX_CHOICES)
		return;
	*c = (struct choice){ .show = show };
	if (place) {
		c->is_set = true;
		c->number = *place;
		c->place = t->set->places.v[*place];
	}
	all->n++;
}

/* All texts that show compares the one at @place with, which is none of them. */
static void find_texts(struct trying *t, uint32_t place)
{
	t->ntexts = 0;
	setting_fix_text(t->set, place, SETTING_NAME "nobody");
	(void)run_show(t);
}

/* Which of the types or rows there are is a matter of the places that only this node reads. */
static void find_choices(struct trying *t, const struct trial *other, struct choices *all)
{
	struct run first = repair_show(t, run_show(t));

	add_choice(t, all, NULL);
	for (size_t i = 0; i < first.trial.reads.n; i++) {
		uint32_t number = first.trial.reads.v[i];
		const struct place before = t->set->places.v[number];
		bool is_text = before.use == USE_TEXT;
		size_t n = MAX_TYPES;

		if (before.use == USE_POINTER || has_read(other, number))
			continue;
		if (is_text) {
			find_texts(t, number);
			n = alternatives(t, number);
		}
		for (size_t k = 0; k < n; k++) {
			if (is_text)
				set_alternative(t, number, k);
			else
				setting_fix(t->set, number, (wide)k);
			add_choice(t, all, &number);
		}
		t->set->places.v[number] = before;
	}
}

/* ---- pairs of choices ---- */

static void choose(struct trying *t, const struct choice *c)
{
	if (c->is_set)
		t->set->places.v[c->number] = c->place;
}

/* Both nodes show the same: they stand for the same type. */
static void compare_type(struct comparing *c, const struct choice *own, const struct choice *other)
{
	const char *text;
	size_t n = shown_text(&own->show, &text);

	text = arena_strndup(c->t.arena, text, n);
	choose(&c->t, own);
	choose(&c->t, other);
	c->shown = &own->show.trial;
	c->other_shown = &other->show.trial;
	compare_answers(c, &(struct trial_result){ .input = TRIAL_OWN, .bytes = text, .n = n });
	compare_numbers(c, text, MANY_OLDER);
}

static void compare_types(struct comparing *c, const struct node *own, const struct node *other)
{
	const struct places before = places_now(&c->t);
	struct places chosen;
	struct trying a = c->t, b = c->t;
	struct choices ca = { 0 }, cb = { 0 };
	struct run first;

	a.show = own->show;
	b.show = other->show;
	first = run_show(&b);
	find_choices(&a, &first.trial, &ca);
	first = run_show(&a);
	find_choices(&b, &first.trial, &cb);
	chosen = places_now(&c->t);
	for (size_t i = 0; i < ca.n; i++)
		for (size_t k = 0; k < cb.n && !c->pair->differs; k++) {
			if (!shows_same(&ca.v[i].show, &cb.v[k].show))
				continue;
			compare_type(c, &ca.v[i], &cb.v[k]);
			places_restore(&c->t, &chosen);
		}
	places_restore(&c->t, &before);
}

/* ---- all of it ---- */

static void compare_all(struct comparing *c, const struct node *a, const struct node *b)
{
	vec_for_each_ptr(const struct trial_result, r, &a->trials->results)
		compare_answers(c, r);
	vec_for_each_ptr(const struct trial_result, r, &b->trials->results)
		compare_answers(c, r);
	compare_version(c, a->trials);
	compare_version(c, b->trials);
	for (size_t i = 0; i < c->t.ntexts; i++)
		compare_answers(c, &(struct trial_result){ .input = TRIAL_OWN,
							   .bytes = c->t.texts[i],
							   .n = strlen(c->t.texts[i]) });
}

const struct node_pair *trials_pair(struct absint *x, const struct node *a, const struct node *b,
				    size_t driver)
{
	struct comparing c = { .t = { .x = x,
				      .arena = absint_arena(x),
				      .set = absint_setting(x, driver),
				      .store = a->store },
			       .other = b->store };
	struct node_pair *p = arena_new_of(c.t.arena, struct node_pair);

	c.pair = p;
	p->other = b->store;
	p->ways = absint_store_ways(x, a->store);
	p->other_ways = absint_store_ways(x, b->store);
	c.t.set->values = a->trials->values;
	c.t.set->shape = a->trials->shape;
	find_constants(&c.t, a->store);
	find_constants(&c.t, b->store);
	compare_all(&c, a, b);
	if (p->doubt)
		p->differs = NULL;
	else if (!a->trials->results.n && !b->trials->results.n)
		p->doubt = a->trials->none;
	if (!p->differs && a->show && b->show)
		compare_types(&c, a, b);
	return p;
}

/* ---- --dump trials ---- */

static void dump_result(struct strbuf *b, const struct trial_result *r)
{
	static const char *const verdicts[] = { "unknown", "accepted", "refused" };
	static const char *const inputs[] = {
#define TEXT(id, text) text,
		TRIAL_INPUTS(TEXT)
#undef TEXT
	};
	char number[WIDE_CHARS];

	strbuf_add(b, "  \"");
	strbuf_add_escaped(b, r->bytes, r->n, false);
	strbuf_addf(b, "\" %s", verdicts[r->verdict]);
	if (r->verdict == TRIAL_REFUSED)
		strbuf_addf(b, " %s", wide_format(r->ret, number));
	if (r->why)
		strbuf_addf(b, ": %s", r->why);
	strbuf_addf(b, " (%s)\n", inputs[r->input]);
}

void trials_dump(struct strbuf *b, const struct trials *t)
{
	vec_for_each_ptr(const struct round_trip, r, &t->round_trips) {
		dump_result(b, &r->own);
		dump_result(b, &r->line);
		if (r->doubt)
			strbuf_addf(b, "  doubt \"%s\"\n", r->doubt);
	}
	if (t->none)
		strbuf_addf(b, "  none \"%s\"\n", t->none);
	vec_for_each_ptr(const struct trial_result, r, &t->results)
		dump_result(b, r);
	vec_for_each_ptr(const struct unsupported, u, &t->unsupported) {
		strbuf_addf(b, "  show fails when %s:", u->when);
		dump_result(b, &u->store);
	}
}
