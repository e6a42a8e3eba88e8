/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_TESTS_UNIT_IR_RUN_H
#define MIGVER_TESTS_UNIT_IR_RUN_H

#include "ir/ir.h"

/*
 * Runs IR on concrete values in real memory: the oracle that lowering is
 * tested against compiled C, and abstract interpretation against this.
 * Addresses are addresses of the host; each access is checked to lie in one
 * object. OP_UNKNOWN, asm and floating point end the run.
 */

/** struct run_value - a value: @bits as the type has them, sign extended; @bytes of a struct. */
struct run_value {
	uint64_t bits;
	const unsigned char *bytes; /* of OTHER */
	size_t nbytes;
};

struct run_block {
	unsigned char *base;
	size_t size;
};

struct ir_run {
	struct arena *arena;
	const struct ir_unit *unit;
	/** external - a function without a body; false if it isn't known either */
	bool (*external)(struct ir_run *r, const char *name, const struct run_value *args, size_t n,
			 struct run_value *result);
	void *data;
	uint64_t steps;	 /* that may still be taken */
	const char *why; /* the run ended early: the reason */
	struct loc at;	 /* and where */
	unsigned int depth;
	unsigned char **globals; /* addresses */
	unsigned char *funcs;	 /* a byte per function: its address */
	VEC(struct run_block) blocks;
	size_t last_block; /* that was accessed */
};

/** ir_run_new - a machine with the globals of @u in memory, in their initial state. */
struct ir_run *ir_run_new(struct arena *a, const struct ir_unit *u);

/** ir_run_call - call @name; false, and @r->why, if it doesn't return. */
bool ir_run_call(struct ir_run *r, const char *name, const struct run_value *args, size_t n,
		 struct run_value *result);

#endif
