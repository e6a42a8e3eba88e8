/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_VALIDATE_H
#define MIGVER_IR_VALIDATE_H

#include "ir/ir.h"

/** struct ir_spot - where a unit breaks a rule. */
struct ir_spot {
	enum { IN_UNIT, IN_TYPE, IN_GLOBAL, IN_FUNC, IN_INSN } kind;
	size_t idx;  /* of the type, global or function */
	size_t insn; /* IN_INSN: counted from the function's first, through its blocks */
};

/** ir_validate_at - ir_validate() that tells the spot, too. */
const char *ir_validate_at(const struct ir_unit *u, struct arena *a, struct ir_spot *spot);

#endif
