/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_SPELLING_H
#define MIGVER_ABSINT_SPELLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * How a text is spelled: a hash of its characters and of the conversions that
 * made it, with the identities (identity.h) of what they printed. Two texts of
 * one spelling are equal whatever the driver's numbers are, also if show made
 * the one and store the other.
 */
struct spelling {
	bool is_known;
	bool ends_line;	  /* the last token is a newline */
	uint32_t ntokens; /* characters and conversions */
	uint64_t hash;	  /* polynomial over the tokens, so that texts can be put together */
};

/** spelling_of_bytes - of constant characters. */
struct spelling spelling_of_bytes(const char *bytes, size_t n);

/** spelling_of_token - of one conversion or string; @token 0: unknown. */
struct spelling spelling_of_token(uint64_t token);

/** spelling_append - of one text behind the other. */
struct spelling spelling_append(struct spelling a, struct spelling b);

/** spelling_bare - without a final newline. */
struct spelling spelling_bare(struct spelling s);

/** spelling_equal - whether both are known and the same. */
bool spelling_equal(struct spelling a, struct spelling b);

/** spelling_same - whether nothing tells the two apart, unknown ones included. */
bool spelling_same(struct spelling a, struct spelling b);

#endif
