/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_KEPT_H
#define MIGVER_ABSINT_KEPT_H

/*
 * The strings that a driver keeps: every write of the program to a member of a
 * struct or to a global that can hold one. What all of them may write is what
 * a reader finds there, whenever it looks.
 *
 * A member is known by "struct tag.member", whichever object it is in. Taken
 * for granted: nobody but the given files writes to a member that they write
 * themselves, and what a member points to is not changed through another
 * pointer.
 */

#include "ir/program.h"
#include "model/model.h"

/** struct kept_write - something that is written; exactly one of the first three is set. */
struct kept_write {
	const struct ir_init *init; /* a string's address in the initialiser of @global */
	const struct ir_insn *insn; /* a call, a store or a move in @func */
	bool is_bytes;		    /* bytes @from .. @from + @size of @global's initialiser */
	struct func_id func;
	struct global_id global;
	uint64_t from, size;
	size_t param; /* insn is a call: the parameter that gets the place's address */
};

struct kept_place {
	VEC(struct kept_write) writes;
	const char *lost; /* why there may be others, or NULL */
};

struct kept;

/** kept_scan - needs: a linked program. gives: its writes to places. */
struct kept *kept_scan(struct arena *a, const struct program *prog, const struct models *models);

/** kept_member, kept_global - the writes to a place; NULL if there are none. */
const struct kept_place *kept_member(const struct kept *k, const char *member);
const struct kept_place *kept_global(const struct kept *k, const struct ir_global *g);

#endif
