// SPDX-License-Identifier: MIT
/* What two nodes of a driver make of the same strings; and the dump of all trials. */
#include <stdlib.h>
#include <string.h>

#include "absint/trying.h"

/* A value that only one of two runs looked at, or NULL; on which ways they went is all one. */
static const char *other_place(const struct trying *t, const struct trial *a, const struct trial *b)
{
	for (size_t i = 0; i < a->reads.n; i++) {
		const struct place *p = &t->set->places.v[a->reads.v[i]];

		if (p->use != USE_POINTER && !has_read(b, a->reads.v[i]))
			return p->key;
	}
	return NULL;
}

static void compare_answers(struct trying *t, const struct handler *other,
			    const struct trial_result *with, struct node_pair *p)
{
	struct trying o = *t;
	struct run a = run_store(t, with->bytes, with->n), b;
	struct trial_result *r;
	const char *place;

	p->ntried++;
	o.store = other;
	b = run_store(&o, with->bytes, with->n);
	note_texts(t, &a.trial);
	note_texts(t, &b.trial);
	place = other_place(t, &a.trial, &b.trial);
	if (!place)
		place = other_place(t, &b.trial, &a.trial);
	if (place)
		p->doubt = arena_printf(t->arena, "only one of the nodes looks at '%s'", place);
	if ((a.verdict == TRIAL_UNKNOWN || b.verdict == TRIAL_UNKNOWN) && !p->doubt)
		p->doubt = arena_printf(t->arena, "what a node does is not known: %s",
					a.why ? a.why : b.why);
	if (p->differs || p->doubt || a.verdict == b.verdict)
		return;
	r = arena_new_of(t->arena, struct trial_result);
	*r = result_of(with->input, &a);
	p->differs = r;
}

/* ---- numbers of a version ---- */

#define MAX_NUMBERS 4
#define MAX_DIGITS  9

/* The version @v with @number in place of its @n digits at @at. */
static void compare_number(struct trying *t, const struct handler *other, struct node_pair *p,
			   const struct trials *v, size_t at, size_t n, wide number)
{
	char digits[WIDE_CHARS];
	const char *rest = v->version + at + n;
	struct strbuf b;

	if (number < 0)
		return;
	strbuf_init(&b, t->arena);
	strbuf_addf(&b, "%.*s%s%.*s", (int)at, v->version, wide_format(number, digits),
		    (int)(v->nversion - at - n), rest);
	compare_answers(t, other,
			&(struct trial_result){ .input = TRIAL_CHANGED, .bytes = b.s, .n = b.n },
			p);
}

/* Older, newer, and what the tests of either node single out. */
static void compare_numbers(struct trying *t, const struct handler *other, struct node_pair *p,
			    const struct trials *v)
{
	size_t found = 0, n;

	for (size_t i = 0; i < v->nversion && found < MAX_NUMBERS; i += n + !n) {
		n = 0;
		while (i + n < v->nversion && v->version[i + n] >= '0' && v->version[i + n] <= '9')
			n++;
		if (!n || n > MAX_DIGITS)
			continue;
		found++;
		compare_number(t, other, p, v, i, n, strtoll(v->version + i, NULL, 10) - 1);
		compare_number(t, other, p, v, i, n, strtoll(v->version + i, NULL, 10) + 1);
		for (size_t k = 0; k < t->tested.n && k < MAX_CONSTANTS; k++)
			compare_number(t, other, p, v, i, n, t->tested.v[k]);
	}
}

const struct node_pair *trials_pair(struct absint *x, const struct node *a, const struct node *b,
				    size_t driver)
{
	struct trying t = { .x = x,
			    .arena = absint_arena(x),
			    .set = absint_setting(x, driver),
			    .store = a->store };
	struct node_pair *p = arena_new_of(t.arena, struct node_pair);

	p->other = b->store;
	p->ways = absint_store_ways(x, a->store);
	p->other_ways = absint_store_ways(x, b->store);
	t.set->values = a->trials->values;
	t.set->shape = a->trials->shape;
	vec_for_each_ptr(const struct trial_result, r, &a->trials->results)
		compare_answers(&t, b->store, r, p);
	vec_for_each_ptr(const struct trial_result, r, &b->trials->results)
		compare_answers(&t, b->store, r, p);
	find_constants(&t, a->store);
	find_constants(&t, b->store);
	compare_numbers(&t, b->store, p, a->trials);
	compare_numbers(&t, b->store, p, b->trials);
	for (size_t i = 0; i < t.ntexts; i++) {
		struct trial_result text = { .input = TRIAL_OWN,
					     .bytes = t.texts[i],
					     .n = strlen(t.texts[i]) };

		compare_answers(&t, b->store, &text, p);
	}
	if (p->doubt)
		p->differs = NULL;
	else if (!a->trials->results.n && !b->trials->results.n)
		p->doubt = a->trials->none;
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
