/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_KEPT_LIMIT_H
#define MIGVER_ABSINT_KEPT_LIMIT_H

/*
 * How great a number can be that the driver keeps: the values of all the stores to
 * its place (numbers.h). Each function that stores one is interpreted for itself, with
 * arguments that nobody knows, the first time somebody asks.
 */

#include "absint/engine.h"

struct absint;
struct numbers;

/** struct number_limit - what is known of the numbers in one place. */
struct number_limit {
	const char *name;   /* "struct tag.member", or the global's */
	struct range range; /* all of them */
	struct range set;   /* those that are stored: without the 0 of cleared memory */
	bool is_expected;   /* the greatest is a limit of the driver's own: it counts with it */
	bool depends;	    /* on some ways only: what else the driver sets may tell which */
	struct loc loc;	    /* of the store that lets it be that great */
};

struct kept_limits;

/** kept_limits_new - for the program of @x, whose writes @n tells. */
struct kept_limits *kept_limits_new(struct arena *a, struct absint *x, struct numbers *n);

/** kept_limit - of the @t that is read at @a, or NULL: it may be any number. */
const struct number_limit *kept_limit(struct engine *e, struct aval a, enum ir_type t);

/** kept_limit_mark - @sym is a number limited by @l. */
void kept_limit_mark(struct engine *e, uint32_t sym, const struct number_limit *l);

/**
 * kept_limit_missing - which number of the driver's ends the loop that @d, above 0, is about
 *
 * As a reason why that may never happen: nobody knows how great the number gets. NULL if @d
 * is about no loop that such a number ends.
 */
const char *kept_limit_missing(struct engine *e, const struct state *s, struct aval d);

/** kept_limit_reached - the same where rounds were followed up to the constant @offset. */
const char *kept_limit_reached(struct engine *e, const struct state *s, struct aval offset);

/**
 * kept_limit_branch - @cond was undecided in @s: a doubt if that tells nothing for certain
 *
 * A number is 0 only as long as it was not set. With one at its limit (engine.h),
 * what the driver set along with it may have to be of a kind.
 */
void kept_limit_branch(struct engine *e, struct state *s, struct aval cond);

#endif
