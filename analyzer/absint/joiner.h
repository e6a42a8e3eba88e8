/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_JOINER_H
#define MIGVER_ABSINT_JOINER_H

/* The inside of join.c, for join_relations.c and cover.c. */

#include "absint/engine.h"

#define MAX_PAIRS 64
#define MAX_ENDS  8

/* A new symbol and the values it stands for, less the constant part. */
struct pair {
	struct aval a, b; /* values in either state */
	struct aval fresh;
	wide k;	      /* the constant part when they were met first */
	bool is_byte; /* only met as a byte of an array: no counter */
};

struct joiner {
	struct engine *e;
	struct state *a, *b, *out; /* loads may add symbols, never facts */
	bool widen;
	bool is_late, is_last;		/* as struct widening says; if widen */
	const struct func_shape *shape; /* if widen */
	bool in_bytes;			/* bytes of an array are being merged */
	wide room;			/* one more threshold: what a text has room for; or 0 */
	int64_t ends[MAX_ENDS];		/* and more: where NULs stand in memory, in order */
	size_t nends;
	const bool *living; /* by symbol: whether something of @a holds it; if widen */
	const char *doubt;
	size_t n;
	struct pair pairs[MAX_PAIRS];
};

/** join_relations - relate the pairs of @j in j->out as they are related in both states. */
void join_relations(struct joiner *j);

/** sieve_join - what both say, at the pace of a counter that @j has met. */
struct sieve sieve_join(struct joiner *j, const struct sieve *a, const struct sieve *b);

/** failures_same - whether rules will ask the same of the failures of both. */
bool failures_same(const struct state *a, const struct state *b);

/** state_same_tests - whether no rule could tell @a's tests and failures from @b's. */
bool state_same_tests(const struct state *a, const struct state *b);

#endif
