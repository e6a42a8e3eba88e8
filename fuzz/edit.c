// SPDX-License-Identifier: MIT
#include "edit.h"

#include "plain.h"

static bool is_word_byte(unsigned char c)
{
	return is_digit(c) || is_letter(c);
}

/*
 * The token that begins at @at, as far as @end. A word goes on over digits, so
 * that hexadecimal numbers stay whole; but "k3" is a word and a number: what
 * follows the letters may be counted up.
 */
static void token_at(const unsigned char *s, size_t at, size_t end, struct token *t)
{
	size_t next = at, letters;

	while (next < end && is_letter(s[next]))
		next++;
	letters = next - at;
	while (next < end && is_digit(s[next]))
		next++;
	*t = (struct token){ TOKEN_SEPARATOR, at, 1 };
	if (next == at)
		return;
	if (next == end || !is_letter(s[next])) {
		t->kind = letters ? TOKEN_WORD : TOKEN_NUMBER;
		t->len = letters ? letters : next - at;
		return;
	}
	while (next < end && is_word_byte(s[next]))
		next++;
	t->kind = TOKEN_WORD;
	t->len = next - at;
}

unsigned edit_tokens(const struct edit *e, struct token *tokens)
{
	unsigned n = 0;

	for (size_t at = 0; at < e->size && n < EDIT_MAX_TOKENS; n++) {
		token_at(e->data, at, e->size, &tokens[n]);
		at += tokens[n].len;
	}
	return n;
}

/* The first token of @kinds from @at on that begins before @before and goes on behind @behind. */
static bool find(const struct edit *e, unsigned kinds, size_t at, size_t end, size_t before,
		 size_t behind, struct token *t)
{
	for (; at < before; at += t->len) {
		token_at(e->data, at, end, t);
		if (kinds & 1u << t->kind && t->at + t->len > behind)
			return true;
	}
	return false;
}

/* A string is looked at this far before and behind the byte that was taken. */
#define PICK_REACH 64

static bool pick(struct edit *e, unsigned kinds, struct token *t)
{
	size_t from = rng_below(&e->rng, e->size), at = from;
	size_t start = from > PICK_REACH ? from - PICK_REACH : 0;
	size_t end = e->size - from > PICK_REACH ? from + PICK_REACH : e->size;

	if (!e->size)
		return false;
	/* What letters and digits are is clear only from their first. */
	while (at > start && is_word_byte(e->data[at]) && is_word_byte(e->data[at - 1]))
		at--;
	return find(e, kinds, at, end, end, from, t) ||
	       find(e, kinds, start, end, from + 1, start, t);
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
	/* What lies in the string itself is about to move. */
	if ((uintptr_t)bytes - (uintptr_t)e->data < e->size) {
		plain_copy(copy, bytes, n);
		bytes = copy;
	}
	plain_move(e->data + at + n, e->data + at + len, e->size - at - len);
	plain_copy(e->data + at, bytes, n);
	e->size = size;
	return true;
}

bool edit_fill(struct edit *e, size_t at, unsigned char c, size_t n)
{
	if (n > e->max - e->size)
		n = e->max - e->size;
	if (n == 0)
		return false;
	plain_move(e->data + at + n, e->data + at, e->size - at);
	plain_fill(e->data + at, c, n);
	e->size += n;
	return true;
}
