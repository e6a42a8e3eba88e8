// SPDX-License-Identifier: MIT
/* Mutations of fields, and of what stands between them. */
#include "mutate_table.h"
#include "plain.h"

/* What versions are made with: each separates fields somewhere. */
static const char separators[] = "-._:/ ,;=+@#|";

bool mutate_word_case(struct edit *e)
{
	struct token t;
	bool whole;

	if (!edit_pick(e, TOKEN_WORD, &t))
		return false;
	whole = edit_chance(e, 2);
	if (!whole) {
		t.at += rng_below(&e->rng, t.len);
		t.len = 1;
	}
	for (size_t i = t.at; i < t.at + t.len; i++)
		if (is_letter(e->data[i]))
			e->data[i] ^= 0x20;
	return true;
}

static bool pick_word(struct edit *e, const unsigned char **bytes, size_t *len)
{
	size_t i;

	if (!e->words || !e->words->n)
		return false;
	i = rng_below(&e->rng, e->words->n);
	*bytes = e->words->pool + e->words->word[i].offset;
	*len = e->words->word[i].len;
	return true;
}

bool mutate_letter_step(struct edit *e)
{
	struct token t;
	unsigned char letter, *at;

	if (!edit_pick(e, TOKEN_WORD, &t))
		return false;
	at = &e->data[t.at + rng_below(&e->rng, t.len)];
	letter = (unsigned char)(*at + (edit_chance(e, 2) ? 1 : -1));
	if (!is_letter(*at) || !is_letter(letter))
		return false;
	*at = letter;
	return true;
}

bool mutate_word_replace(struct edit *e)
{
	const unsigned char *word;
	struct token t;
	size_t len;

	return edit_pick_field(e, &t) && pick_word(e, &word, &len) &&
	       edit_replace(e, t.at, t.len, word, len);
}

bool mutate_word_insert(struct edit *e)
{
	const unsigned char *word;
	size_t len;

	return pick_word(e, &word, &len) &&
	       edit_replace(e, rng_below(&e->rng, e->size + 1), 0, word, len);
}

bool mutate_whole_replace(struct edit *e)
{
	const unsigned char *word;
	size_t len;

	return pick_word(e, &word, &len) && edit_replace(e, 0, e->size, word, len);
}

bool mutate_field_swap(struct edit *e)
{
	unsigned char first[256], second[256];
	struct token a, b, t;

	if (!edit_pick_field(e, &a) || !edit_pick_field(e, &b) || a.at == b.at)
		return false;
	if (a.at > b.at) {
		t = a;
		a = b;
		b = t;
	}
	if (a.len > sizeof(first) || b.len > sizeof(second))
		return false;
	plain_copy(first, e->data + a.at, a.len);
	plain_copy(second, e->data + b.at, b.len);
	/* The later one first: that doesn't move the earlier. */
	return edit_replace(e, b.at, b.len, first, a.len) &&
	       edit_replace(e, a.at, a.len, second, b.len);
}

bool mutate_field_repeat(struct edit *e)
{
	static const unsigned char times[] = { 1, 1, 2, 4, 16, 64 };
	struct token t;
	bool done = false;

	if (!edit_pick_field(e, &t))
		return false;
	/* With the separator before it: "1.2" becomes "1.2.2". */
	if (t.at && edit_chance(e, 2)) {
		t.at--;
		t.len++;
	}
	for (size_t n = times[rng_below(&e->rng, sizeof(times))]; n; n--)
		done |= edit_replace(e, t.at, 0, e->data + t.at, t.len);
	return done;
}

bool mutate_field_drop(struct edit *e)
{
	struct token t;

	if (!edit_pick_field(e, &t))
		return false;
	if (t.at && edit_chance(e, 2)) {
		t.at--;
		t.len++;
	}
	return edit_replace(e, t.at, t.len, "", 0);
}

bool mutate_separator_change(struct edit *e)
{
	struct token t;

	if (!edit_pick(e, TOKEN_SEPARATOR, &t))
		return false;
	e->data[t.at] = (unsigned char)separators[rng_below(&e->rng, sizeof(separators) - 1)];
	return true;
}

bool mutate_separator_double(struct edit *e)
{
	struct token t;

	return edit_pick(e, TOKEN_SEPARATOR, &t) && edit_fill(e, t.at, e->data[t.at], 1);
}
