/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_CHARSET_H
#define MIGVER_BASE_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** struct charset - a set of bytes. */
struct charset {
	uint64_t bits[4];
};

/** charset_of - the bytes of a C string; charset_between - those from @lo to @hi. */
struct charset charset_of(const char *bytes);
struct charset charset_between(unsigned int lo, unsigned int hi);
/** charset_of_bytes - those among @n bytes, NULs too. */
struct charset charset_of_bytes(const char *bytes, size_t n);

struct charset charset_union(struct charset a, struct charset b);
struct charset charset_intersect(struct charset a, struct charset b);
struct charset charset_minus(struct charset a, struct charset b);
bool charset_has(const struct charset *c, unsigned int byte);
bool charset_is_empty(const struct charset *c);
bool charset_equal(const struct charset *a, const struct charset *b);
/** charset_subset - whether all of @a is in @b. */
bool charset_subset(const struct charset *a, const struct charset *b);
/** charset_next - the least member that is at least @from, or 256. */
unsigned int charset_next(const struct charset *c, unsigned int from);

#endif
