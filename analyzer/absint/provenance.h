/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_PROVENANCE_H
#define MIGVER_ABSINT_PROVENANCE_H

/*
 * What the driver keeps and where it came from: a clock, random numbers, an
 * address. Any function of the driver may have put it there, at load or at any
 * time, so the order of writes and the branches around them do not count.
 *
 * A member is known by "struct tag.member" within one driver, whichever object
 * it is in. Taken for granted: what nobody of the given files writes, and what
 * unknown functions write, is stable.
 */

#include "ir/program.h"
#include "model/model.h"

/** struct source_flow - what a value or a place is made of. */
struct source_flow {
	unsigned int deps;  /* those of DEP_UNSTABLE, DEP_UNSURE if some writes are stable */
	const char *source; /* "get_random_u32()", the first of them */
	const char *setter; /* the function that brought it to the place */
};

struct provenance;

/** provenance_scan - needs: a linked program. gives: what its members and globals are made of. */
struct provenance *provenance_scan(struct arena *a, const struct program *prog,
				   const struct models *models);

/**
 * provenance_member, provenance_global - what is read there, deps 0 if it is stable
 *
 * @is_pointer: and what the pointer leads to; that it is an address goes without
 * saying.
 */
struct source_flow provenance_member(const struct provenance *p, const struct ir_unit *u,
				     const char *member, bool is_pointer);
struct source_flow provenance_global(const struct provenance *p, const struct ir_global *g,
				     bool is_pointer);

#endif
