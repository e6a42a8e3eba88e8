/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_NUMBERS_H
#define MIGVER_ABSINT_NUMBERS_H

/*
 * The numbers that a driver keeps, and who sets them: a member of a struct that
 * one of the given files defines for itself, known by "struct tag.member"
 * whichever object it is in, or a static global.
 *
 * What all the writes to such a place may write, and the 0 of memory that begins
 * cleared, is all that a reader can find there. That holds only if every write is
 * seen: a place is lost when its address, or a pointer to its struct under another
 * type, goes where it may be written through.
 *
 * Taken for granted: memory that is not cleared when it is allocated is set before
 * it is read; whoever gets a pointer as a void * (a registration, a private datum)
 * only gives it back; what a function without a prototype of the struct's own type
 * returns or keeps for the driver is such a struct and nothing laid over other bytes.
 */

#include "ir/program.h"
#include "model/model.h"

/** struct number_store - a STORE of a number that is no constant, or a call that writes one. */
struct number_store {
	const struct ir_insn *insn;
	struct func_id func;
};

/** struct number_constant - one that is, or an entry of an initialiser. */
struct number_constant {
	wide value;
	struct loc loc;
	const struct ir_func *func; /* that stores it; NULL: an initialiser */
};

struct number_place {
	const char *name;  /* "struct tag.member", or the global's */
	enum ir_type type; /* of every write; IRT_VOID: there is none */
	VEC(struct number_store) stores;
	VEC(struct number_constant) constants;
	const char *lost; /* why there may be other writes, or NULL */
	bool is_asked;	  /* then: what kept_limit.c found out, or NULL */
	const struct number_limit *limit;
};

struct numbers;
struct number_limit;

/** numbers_scan - needs: a linked program with its graphs. gives: its writes to numbers. */
struct numbers *numbers_scan(struct arena *a, const struct program *prog,
			     const struct models *models);

#define NUMBER_STORED SIZE_MAX

/** numbers_stored - what the STORE @in, or the callee through argument @n, writes; or NULL. */
struct number_place *numbers_stored(const struct numbers *n, const struct ir_insn *in, size_t arg);

/** numbers_member, numbers_global - the writes to a place, if all are known; else NULL. */
struct number_place *numbers_member(const struct numbers *n, const char *member);
struct number_place *numbers_global(const struct numbers *n, const struct ir_global *g);

/** numbers_callers - the functions that call @f by its name; is_root: others may call it, too. */
struct number_callers {
	VEC(struct func_id) funcs;
	bool is_root;
};
const struct number_callers *numbers_callers(const struct numbers *n, const struct ir_func *f);

#endif
