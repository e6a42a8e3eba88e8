/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_ABSINT_PICK_H
#define MIGVER_ABSINT_PICK_H

#include "absint/worklist.h"

/**
 * pick_pointer - go on with each of the pointers that the load @in at @p may have read
 *
 * For pointers that the code itself put into an array in reach of an index that
 * is not known. False if there is no such thing; else each of them is pending
 * on its own, behind @in.
 */
bool pick_pointer(struct engine *e, struct activation *act, const struct pending *p,
		  const struct ir_insn *in);

#endif
