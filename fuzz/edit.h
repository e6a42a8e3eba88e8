/* SPDX-License-Identifier: MIT */
/* A string under mutation: the only place that moves its bytes, and its tokens. */
#ifndef FUZZ_EDIT_H
#define FUZZ_EDIT_H

#include "mutate.h"

struct edit {
	unsigned char *data;
	size_t size, max;
	struct rng rng;
	const struct mutate_words *words;
};

enum token_kind {
	TOKEN_NUMBER,	 /* decimal digits */
	TOKEN_WORD,	 /* letters, digits among them only after one: "k3", "1fc1" */
	TOKEN_SEPARATOR, /* one byte of anything else */
};

struct token {
	enum token_kind kind;
	size_t at, len;
};

#define EDIT_MAX_TOKENS 64

/** edit_tokens - the tokens of the string, the first EDIT_MAX_TOKENS of them. */
unsigned edit_tokens(const struct edit *e, struct token *tokens);

/** edit_pick - a token of @kind: the one at a byte taken by chance, or the next of its kind;
 * false if there is none. */
bool edit_pick(struct edit *e, enum token_kind kind, struct token *t);

/** edit_pick_field - a number or a word. */
bool edit_pick_field(struct edit *e, struct token *t);

/**
 * edit_replace - put @n bytes in the place of the @len bytes at @at. @bytes may
 * lie in the string itself. Returns false, without a change, if the result had
 * no byte or more than the maximum.
 */
bool edit_replace(struct edit *e, size_t at, size_t len, const void *bytes, size_t n);

/** edit_fill - insert @n times the byte @c at @at; as many as fit. */
bool edit_fill(struct edit *e, size_t at, unsigned char c, size_t n);

/** edit_chance - true once in @n. */
static inline bool edit_chance(struct edit *e, size_t n)
{
	return rng_below(&e->rng, n) == 0;
}

static inline bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static inline bool is_letter(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

#endif
