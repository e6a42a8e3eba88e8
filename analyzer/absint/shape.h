/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_SHAPE_H
#define MIGVER_ABSINT_SHAPE_H

#include "ir/ir.h"

/*
 * What the interpreter must know of a function's form: which temporaries live
 * across blocks, and which blocks make up which loop.
 */
struct func_shape {
	const struct ir_func *func;
	bool *long_tmp;	     /* by temporary: used outside the block that makes it */
	size_t *last_use;    /* by temporary: number of the last instruction there that uses it */
	VEC(int64_t) limits; /* constants that are compared with and their neighbours, ascending */
	bool **loop;	     /* by head, NULL elsewhere; then by block: whether it is in the loop */
};

/** shape_new - needs: graphs. gives: the shape of @f of unit @u, in @a. */
struct func_shape *shape_new(struct arena *a, const struct ir_unit *u, const struct ir_func *f);

#endif
