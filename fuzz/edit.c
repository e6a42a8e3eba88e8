// SPDX-License-Identifier: MIT
#include "edit.h"

#include <string.h>

/* A word goes on over digits, so that hexadecimal numbers stay whole. */
static size_t token_length(const struct edit *e, size_t at, enum token_kind *kind)
{
	size_t end = at;

	*kind = TOKEN_NUMBER;
	while (end < e->size && (is_digit(e->data[end]) || is_letter(e->data[end]))) {
		if (is_letter(e->data[end]))
			*kind = TOKEN_WORD;
		end++;
	}
	if (end > at)
		return end - at;
	*kind = TOKEN_SEPARATOR;
	return 1;
}

/* "k3" is a word and a number: what follows the letters may be counted up. */
static size_t letters_before_number(const struct edit *e, size_t at, size_t len)
{
	size_t letters = 0;

	while (letters < len && is_letter(e->data[at + letters]))
		letters++;
	for (size_t i = letters; i < len; i++)
		if (!is_digit(e->data[at + i]))
			return 0;
	return letters < len ? letters : 0;
}

unsigned edit_tokens(const struct edit *e, struct token *tokens)
{
	unsigned n = 0;

	for (size_t at = 0; at < e->size && n < EDIT_MAX_TOKENS;) {
		struct token *t = &tokens[n++];
		size_t letters;

		t->at = at;
		t->len = token_length(e, at, &t->kind);
		letters = t->kind == TOKEN_WORD ? letters_before_number(e, at, t->len) : 0;
		if (letters)
			t->len = letters;
		at += t->len;
	}
	return n;
}

static bool pick(struct edit *e, unsigned kinds, struct token *t)
{
	struct token tokens[EDIT_MAX_TOKENS];
	unsigned n = edit_tokens(e, tokens), matching = 0, chosen;

	for (unsigned i = 0; i < n; i++)
		if (kinds & 1u << tokens[i].kind)
			tokens[matching++] = tokens[i];
	if (!matching)
		return false;
	chosen = (unsigned)rng_below(&e->rng, matching);
	*t = tokens[chosen];
	return true;
}

bool edit_pick(struct edit *e, enum token_kind kind, struct token *t)
{
	return pick(e, 1u << kind, t);
}

bool edit_pick_field(struct edit *e, struct token *t)
{
	return pick(e, 1u << TOKEN_NUMBER | 1u << TOKEN_WORD, t);
}

bool edit_replace(struct edit *e, size_t at, size_t len, const void *bytes, size_t n)
{
	unsigned char copy[MUTATE_MAX_SIZE];
	size_t size = e->size - len + n;

	if (at + len > e->size || n > sizeof(copy) || size > e->max || size == 0)
		return false;
	memcpy(copy, bytes, n);
	memmove(e->data + at + n, e->data + at + len, e->size - at - len);
	memcpy(e->data + at, copy, n);
	e->size = size;
	return true;
}

bool edit_fill(struct edit *e, size_t at, unsigned char c, size_t n)
{
	if (n > e->max - e->size)
		n = e->max - e->size;
	if (n == 0)
		return false;
	memmove(e->data + at + n, e->data + at, e->size - at);
	memset(e->data + at, c, n);
	e->size += n;
	return true;
}
