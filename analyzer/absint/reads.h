/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_READS_H
#define MIGVER_ABSINT_READS_H

#include <stdbool.h>

#include "ir/program.h"
#include "model/model.h"

/*
 * What the driver does with the values of a place: a member of a struct
 * ("struct tag.member") or a global. It decides by them if a load of it,
 * anywhere in the driver, ends in anything but the place's own next value, a
 * message or a printed text.
 *
 * needs: a linked program with its graphs built.
 */
struct reads;

struct reads *reads_new(struct arena *a, const struct program *p, const struct models *m);

/** struct place_reads - what the driver does with the values of one place. */
struct place_reads {
	bool decides;			      /* it looks at them; the rest is then not complete */
	VEC(const struct ir_func *) printers; /* functions that print them */
};

/** reads_of - of @member if it is one, else of @global; NULL if both are NULL. */
const struct place_reads *reads_of(struct reads *r, const char *member,
				   const struct ir_global *global);

#endif
