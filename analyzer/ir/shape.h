/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_SHAPE_H
#define MIGVER_IR_SHAPE_H

#include <stddef.h>

#include "ir/ir.h"

/*
 * Which members of struct ir_insn an opcode uses, as one set of bits: the
 * builder clears the others, the validator insists on that, and printer and
 * parser walk the same set, so none of the four can forget a member.
 */
enum ir_member {
	IRM_TYPE = 1 << 0,
	IRM_FROM = 1 << 1,
	IRM_OFFSET = 1 << 2,
	IRM_SIZE = 1 << 3,
	IRM_COUNT = 1 << 4,
	IRM_TARGET = 1 << 5,  /* target[0] */
	IRM_TARGETS = 1 << 6, /* target[0] and target[1] */
	IRM_CALL = 1 << 7,    /* call->args */
	IRM_CALLEE = 1 << 8,  /* call->callee */
	IRM_SWITCH = 1 << 9,
	IRM_CONFIG = 1 << 10,
	IRM_OPTIONAL_ARG = 1 << 11, /* arg[0] may be REF_NONE */
};

extern const unsigned short ir_shapes[OP_NR];

/* ---- words of the text form ---- */

/** struct ir_flag - a boolean member and the word that stands for it. */
struct ir_flag {
	const char *word;
	size_t offset;	 /* of the bool in its struct */
	bool is_negated; /* the word is there if the member is false */
};

#define IR_GLOBAL_FLAGS 6
#define IR_FUNC_FLAGS	5
extern const struct ir_flag ir_global_flags[IR_GLOBAL_FLAGS];
extern const struct ir_flag ir_func_flags[IR_FUNC_FLAGS];

#define IR_CTYPE_KINDS (CT_OPAQUE + 1)
#define IR_NOTE_KINDS  (IRN_DEGRADED + 1)
#define IR_STATUSES    (UNIT_FAILED + 1)
extern const char *const ir_ctype_kinds[IR_CTYPE_KINDS];
extern const char *const ir_note_kinds[IR_NOTE_KINDS];
extern const char *const ir_statuses[IR_STATUSES];

#endif
