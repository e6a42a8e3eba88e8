// SPDX-License-Identifier: MIT
/*
 * Texts as values: made from bytes or sets of bytes, put one behind another,
 * cut, merged.
 *
 * What a rule will ask about is kept as traits with a blame each, from the
 * moment the text is made: whether a bad byte certainly can occur is known
 * then, and where. The sets of bytes serve what happens in between: a byte
 * loaded from a string, a newline that stops being the last one.
 */
#include <string.h>

#include "absint/engine.h"

/* The bytes that give a text a trait, wherever they stand. */
static struct charset trait_bytes(enum text_trait t)
{
	struct charset c = charset_between(0, 0);

	if (t == TEXT_HIGH)
		c = charset_between(0x80, 0xff);
	if (t == TEXT_CONTROL) {
		c = charset_union(charset_between(1, 0x1f), charset_between(0x7f, 0x7f));
		c = charset_minus(c, charset_of("\n"));
	}
	return c;
}

static const enum text_trait byte_traits[] = { TEXT_HIGH, TEXT_CONTROL, TEXT_NUL };

#define N(array) (sizeof(array) / sizeof(*(array)))

static bool blame_is_better(const struct text_blame *new, const struct text_blame *old)
{
	return new->what && (!old->what || (old->doubt && !new->doubt));
}

void text_mark(struct engine *e, struct text *t, enum text_trait trait, const char *what,
	       const char *doubt)
{
	struct text_blame b = { what, doubt, e->at };

	if (blame_is_better(&b, &t->blame[trait]))
		t->blame[trait] = b;
}

void text_add_deps(struct engine *e, struct text *t, unsigned int deps, const char *what)
{
	static const struct {
		enum value_dep dep;
		enum text_trait trait;
	} rows[] = { { DEP_TIME, TEXT_TIME },
		     { DEP_ADDRESS, TEXT_ADDRESS },
		     { DEP_RANDOM, TEXT_RANDOM },
		     { DEP_UNINIT, TEXT_UNINIT } };

	const char *doubt = NULL;

	if (deps & DEP_UNSURE)
		doubt = arena_printf(e->out, "%s, may hold something else by then", what);
	for (size_t i = 0; i < N(rows); i++)
		if (deps & rows[i].dep)
			text_mark(e, t, rows[i].trait, what, doubt);
}

/* ---- from bytes ---- */

static size_t count_of(struct charset set)
{
	size_t n = 0;

	for (unsigned int b = charset_next(&set, 0); b < 256; b = charset_next(&set, b + 1))
		n++;
	return n;
}

/*
 * Bytes that somebody sorted, but with half the mesh: no control characters, but
 * those above 0x7e. Who sorts bytes expects others than those that may be
 * shown, so what went through will come.
 */
static bool is_half_sifted(struct charset set)
{
	struct charset control = charset_intersect(set, charset_between(1, 0x1f));

	return charset_is_empty(&control) &&
	       count_of(charset_intersect(set, trait_bytes(TEXT_HIGH))) >= 16;
}

static void mark_bytes(struct engine *e, struct text *t, struct charset set, const char *what,
		       const char *doubt)
{
	if (is_half_sifted(set))
		doubt = NULL;
	for (size_t i = 0; i < N(byte_traits); i++) {
		struct charset bad = charset_intersect(set, trait_bytes(byte_traits[i]));

		if (charset_is_empty(&bad))
			continue;
		text_mark(e, t, byte_traits[i],
			  arena_printf(e->out, "the byte 0x%02x of %s", charset_next(&bad, 0),
				       what),
			  doubt);
	}
}

static void mark_newlines(struct engine *e, struct text *t, const char *what, const char *doubt)
{
	if (charset_has(&t->body, '\n'))
		text_mark(e, t, TEXT_LINE, what, doubt);
	if (charset_has(&t->last, '\n'))
		text_mark(e, t, TEXT_END, what, doubt);
}

struct text text_of_bytes(struct engine *e, const char *bytes, size_t n)
{
	struct text t = { .length = value_const((wide)n),
			  .limit = INT64_MAX,
			  .spelling = spelling_of_bytes(bytes, n),
			  .printed = printed_bytes(e, bytes, n) };

	if (!n)
		return t;
	t.body = charset_of_bytes(bytes, n - 1);
	t.last = charset_of_bytes(bytes + n - 1, 1);
	mark_bytes(e, &t, charset_of_bytes(bytes, n), "a literal", NULL);
	mark_newlines(e, &t, "a literal", NULL);
	return t;
}

/* How a byte out of @set is spelled: known if there is one only. */
static struct spelling spelling_of_char(const struct charset *set)
{
	for (unsigned int c = 1; c < 256; c++) {
		const struct charset one = charset_between(c, c);
		const char byte = (char)c;

		if (charset_equal(set, &one))
			return spelling_of_bytes(&byte, 1);
	}
	return (struct spelling){ .ntokens = 1 };
}

struct text text_of_set(struct engine *e, struct aval length, struct charset set, const char *what,
			const char *doubt)
{
	struct text t = { .length = length, .limit = INT64_MAX, .body = set, .last = set };

	if (value_is_const(length) && length.k == 0)
		return (struct text){ .length = length, .limit = INT64_MAX };
	if (value_is_const(length) && length.k == 1) {
		t.body = (struct charset){ { 0 } };
		t.spelling = spelling_of_char(&set);
		if (t.spelling.is_known)
			t.printed = printed_bytes(e, (char[]){ (char)charset_next(&set, 0) }, 1);
	}
	mark_bytes(e, &t, set, what, doubt);
	mark_newlines(e, &t, what, doubt);
	return t;
}

struct charset charset_of_value(struct engine *e, const struct state *s, struct aval v,
				const char **doubt)
{
	struct range r = eval(e, s, v);
	struct charset c = { { 0 } };

	*doubt = rows_doubt(e, s, v);
	for (size_t i = 0; i < r.n; i++) {
		const struct interval *p = &r.part[i];
		wide n = p->hi - p->lo;

		if (p->lo <= WIDE_MIN || p->hi >= WIDE_MAX || n >= 255)
			return charset_between(0, 255);
		for (wide k = 0; k <= n; k++) {
			unsigned int byte = (unsigned int)((p->lo + k) & 0xff);

			c = charset_union(c, charset_between(byte, byte));
		}
	}
	return c;
}

void text_keep(struct text *t, struct charset set)
{
	t->body = charset_intersect(t->body, set);
	t->last = charset_intersect(t->last, set);
	for (size_t i = 0; i < N(byte_traits); i++) {
		struct text_blame *b = &t->blame[byte_traits[i]];
		struct charset bad = charset_intersect(set, trait_bytes(byte_traits[i]));

		if (charset_is_empty(&bad))
			b->what = NULL;
		else if (is_half_sifted(set))
			b->doubt = NULL;
	}
	if (!charset_has(&set, '\n'))
		t->blame[TEXT_LINE].what = t->blame[TEXT_END].what = NULL;
}

struct charset text_chars(const struct text *t)
{
	return charset_union(t->body, t->last);
}

/* ---- one behind another ---- */

/* Whether @length may be 0, or more than 0, and why that is not certain. */
struct emptiness {
	bool may_be_empty, may_be_more;
	const char *doubt;
};

static struct emptiness emptiness_of(struct engine *e, const struct state *s, struct aval length)
{
	struct range r = eval(e, s, length);
	bool unknown = range_is_empty(&r);

	return (struct emptiness){ unknown || range_min(&r) <= 0, unknown || range_max(&r) > 0,
				   state_doubt(&e->syms, s, length) };
}

static void keep_better(struct text_blame *old, const struct text_blame *new, const char *doubt)
{
	struct text_blame b = *new;

	if (!b.doubt)
		b.doubt = doubt;
	if (blame_is_better(&b, old))
		*old = b;
}

void text_append(struct engine *e, const struct state *s, struct text *t, const struct text *more)
{
	struct emptiness m = emptiness_of(e, s, more->length);
	struct text_blame end = t->blame[TEXT_END];
	const char *more_doubt = m.may_be_empty ? m.doubt : NULL;

	if (!m.may_be_more) {
		t->is_open = t->is_open && more->is_open;
		return;
	}
	for (int i = 0; i < TEXT_TRAIT_NR; i++)
		if (i != TEXT_END)
			keep_better(&t->blame[i], &more->blame[i], NULL);
	/* in a widened loop, who wrote the newline may have been the last to write */
	if (!more_doubt)
		more_doubt = s->only_looped ? s->doubt : NULL;
	keep_better(&t->blame[TEXT_LINE], &end, more_doubt);
	t->body = charset_union(text_chars(t), more->body);
	if (!m.may_be_empty) {
		t->blame[TEXT_END] = more->blame[TEXT_END];
		t->last = more->last;
	} else {
		keep_better(&t->blame[TEXT_END], &more->blame[TEXT_END], m.doubt);
		t->last = charset_union(t->last, more->last);
	}
	t->length = value_add(&e->syms, t->length, more->length);
	t->is_open = more->is_open;
	t->spelling = spelling_append(t->spelling, more->spelling);
	t->printed = printed_append(e, t->printed, more->printed);
}

/* ---- less of it ---- */

static void doubt_blame(struct text_blame *b, const char *doubt)
{
	if (b->what && !b->doubt)
		b->doubt = doubt;
}

void text_cut(struct engine *e, const struct state *s, struct text *t, struct aval length)
{
	static const char why[] = "a part of the text was cut off";
	struct range d = eval(e, s, value_sub(&e->syms, t->length, length));
	bool by_one = range_is_single(&d) && range_min(&d) == 1;

	for (size_t i = 0; i < N(byte_traits) && !by_one; i++)
		doubt_blame(&t->blame[byte_traits[i]], why);
	if (!by_one)
		t->body = text_chars(t);
	doubt_blame(&t->blame[TEXT_LINE], why);
	t->blame[TEXT_END] = t->blame[TEXT_LINE];
	if (!by_one && charset_has(&t->last, '\n') && !t->blame[TEXT_END].what)
		text_mark(e, t, TEXT_END, "its end", why);
	t->last = t->body;
	t->length = length;
	if (by_one && t->spelling.ends_line)
		t->spelling = spelling_bare(t->spelling);
	else
		t->spelling.is_known = false;
	if (value_is_const(length) && length.k == 0)
		*t = (struct text){ .at = t->at, .limit = t->limit, .length = length };
}

/* ---- two of them ---- */

struct text text_any_of(const struct text *a, const struct text *b)
{
	struct text t = *a;

	t.body = charset_union(a->body, b->body);
	t.last = charset_union(a->last, b->last);
	t.spelling.is_known = spelling_equal(a->spelling, b->spelling);
	t.is_open |= b->is_open;
	t.rest_zero &= b->rest_zero;
	t.limit = a->limit > b->limit ? a->limit : b->limit;
	for (int i = 0; i < TEXT_TRAIT_NR; i++)
		keep_better(&t.blame[i], &b->blame[i], NULL);
	return t;
}

static bool same_blames(const struct text *a, const struct text *b)
{
	for (int i = 0; i < TEXT_TRAIT_NR; i++)
		if (!a->blame[i].what != !b->blame[i].what ||
		    !a->blame[i].doubt != !b->blame[i].doubt)
			return false;
	return true;
}

bool text_same(const struct text *a, const struct text *b)
{
	return a->at == b->at && a->is_open == b->is_open && a->rest_zero == b->rest_zero &&
	       spelling_same(a->spelling, b->spelling) && charset_equal(&a->body, &b->body) &&
	       charset_equal(&a->last, &b->last) && same_blames(a, b);
}

bool text_covers(const struct text *old, const struct text *new)
{
	for (int i = 0; i < TEXT_TRAIT_NR; i++)
		if (blame_is_better(&new->blame[i], &old->blame[i]))
			return false;
	if (old->spelling.is_known && !spelling_equal(old->spelling, new->spelling))
		return false;
	return (old->is_open || !new->is_open) && (!old->rest_zero || new->rest_zero) &&
	       charset_subset(&new->body, &old->body) && charset_subset(&new->last, &old->last);
}
