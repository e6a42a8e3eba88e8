// SPDX-License-Identifier: MIT
#include "absint/spelling.h"

/* An odd factor has an inverse modulo 2^64, which takes a last token off again. */
#define FACTOR 0x9e3779b97f4a7c15u

static uint64_t token_of_byte(unsigned char c)
{
	return (c + 1) * 0xbf58476d1ce4e5b9u;
}

static uint64_t inverse_of_factor(void)
{
	uint64_t x = FACTOR;

	for (int i = 0; i < 6; i++) /* Newton: each round doubles the correct bits */
		x *= 2 - FACTOR * x;
	return x;
}

struct spelling spelling_of_bytes(const char *bytes, size_t n)
{
	struct spelling s = { .is_known = true, .ntokens = (uint32_t)n };

	for (size_t i = 0; i < n; i++)
		s.hash = s.hash * FACTOR + token_of_byte((unsigned char)bytes[i]);
	s.ends_line = n && bytes[n - 1] == '\n';
	return s;
}

struct spelling spelling_of_token(uint64_t token)
{
	return (struct spelling){ .is_known = token != 0, .ntokens = 1, .hash = token };
}

struct spelling spelling_append(struct spelling a, struct spelling b)
{
	struct spelling s = { .is_known = a.is_known && b.is_known,
			      .ends_line = b.ntokens ? b.ends_line : a.ends_line,
			      .ntokens = a.ntokens + b.ntokens,
			      .hash = a.hash };

	for (uint32_t i = 0; i < b.ntokens; i++)
		s.hash *= FACTOR;
	s.hash += b.hash;
	return s;
}

struct spelling spelling_bare(struct spelling s)
{
	if (!s.ends_line)
		return s;
	s.hash = (s.hash - token_of_byte('\n')) * inverse_of_factor();
	s.ntokens--;
	s.ends_line = false;
	return s;
}

bool spelling_equal(struct spelling a, struct spelling b)
{
	return a.is_known && b.is_known && a.ntokens == b.ntokens && a.hash == b.hash;
}

bool spelling_same(struct spelling a, struct spelling b)
{
	return spelling_equal(a, b) || (!a.is_known && !b.is_known);
}
