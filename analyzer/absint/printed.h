/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_PRINTED_H
#define MIGVER_ABSINT_PRINTED_H

/*
 * What a printed text is made of, in order: constant bytes and numbers. Where
 * a spelling (spelling.h) tells whether two texts are the same, this tells what
 * a parser finds in one.
 */

#include "absint/range.h"
#include "absint/spelling.h"
#include "ir/ir.h"

struct arena;
struct engine;

/** struct printed - one piece; those before it are behind @prev. */
struct printed {
	const struct printed *prev;
	const char *bytes; /* constant ones; NULL: a number */
	size_t n;	   /* of them */
	unsigned int base; /* of a number: 8, 10 or 16 */
	bool prefixed;	   /* by "0x" */
	wide zeroes;	   /* it is filled up with zeroes to so many characters; 0: it isn't */
	uint64_t identity; /* what it is (identity.h) */
	struct range range;
};

/** struct printed_text - all pieces of one text; n 0: they are not known. */
struct printed_text {
	size_t n;
	const struct printed *piece;
};

/** printed_bytes, printed_number - one piece in the scratch arena. */
const struct printed *printed_bytes(struct engine *e, const char *bytes, size_t n);
const struct printed *printed_number(struct engine *e, const struct printed *how);

/** printed_append - the pieces of @b behind those of @a. */
const struct printed *printed_append(struct engine *e, const struct printed *a,
				     const struct printed *b);

/** printed_export - the pieces of a text spelled @s as an array in @a. */
struct printed_text printed_export(struct arena *a, const struct printed *last, struct spelling s);

/** printed_digits - the fewest and most characters that the number @p may take. */
void printed_digits(const struct printed *p, const struct range *r, wide *least, wide *most);

#endif
