// SPDX-License-Identifier: MIT
#include <string.h>

#include "base/charset.h"

struct charset charset_of_bytes(const char *bytes, size_t n)
{
	struct charset c = { { 0 } };

	for (size_t i = 0; i < n; i++) {
		unsigned char b = (unsigned char)bytes[i];

		c.bits[b / 64] |= (uint64_t)1 << b % 64;
	}
	return c;
}

struct charset charset_of(const char *bytes)
{
	return charset_of_bytes(bytes, strlen(bytes));
}

struct charset charset_between(unsigned int lo, unsigned int hi)
{
	struct charset c = { { 0 } };

	for (unsigned int b = lo; b <= hi && b < 256; b++)
		c.bits[b / 64] |= (uint64_t)1 << b % 64;
	return c;
}

struct charset charset_union(struct charset a, struct charset b)
{
	for (size_t i = 0; i < 4; i++)
		a.bits[i] |= b.bits[i];
	return a;
}

struct charset charset_intersect(struct charset a, struct charset b)
{
	for (size_t i = 0; i < 4; i++)
		a.bits[i] &= b.bits[i];
	return a;
}

struct charset charset_minus(struct charset a, struct charset b)
{
	for (size_t i = 0; i < 4; i++)
		a.bits[i] &= ~b.bits[i];
	return a;
}

bool charset_has(const struct charset *c, unsigned int byte)
{
	return byte < 256 && c->bits[byte / 64] >> byte % 64 & 1;
}

bool charset_is_empty(const struct charset *c)
{
	return !(c->bits[0] | c->bits[1] | c->bits[2] | c->bits[3]);
}

bool charset_equal(const struct charset *a, const struct charset *b)
{
	return memcmp(a->bits, b->bits, sizeof(a->bits)) == 0;
}

bool charset_subset(const struct charset *a, const struct charset *b)
{
	struct charset rest = charset_minus(*a, *b);

	return charset_is_empty(&rest);
}

unsigned int charset_next(const struct charset *c, unsigned int from)
{
	while (from < 256 && !charset_has(c, from))
		from++;
	return from < 256 ? from : 256;
}
