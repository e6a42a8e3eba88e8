/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_BUILD_H
#define MIGVER_IR_BUILD_H

#include "ir/ir.h"

/*
 * Making IR. Everything is allocated in the unit's arena; strings given are
 * kept by reference and must live as long (intern or arena_strdup them).
 */
struct ir_unit *ir_unit_new(struct arena *a, const char *path);

struct ir_ref ir_const(struct ir_unit *u, wide value, const char *name);
/** ir_const_value - the constant of a REF_CONST. */
const struct ir_const *ir_const_of(const struct ir_unit *u, struct ir_ref r);

uint32_t ir_add_ctype(struct ir_unit *u, const struct ir_ctype *t);
uint32_t ir_add_global(struct ir_unit *u, const struct ir_global *g);
/** ir_add_string - a string literal of @n bytes (its NUL included), shared if equal. */
uint32_t ir_add_string(struct ir_unit *u, const char *bytes, size_t n, struct loc loc);
uint32_t ir_add_func(struct ir_unit *u, const struct ir_func *f);
void ir_add_reason(struct ir_unit *u, struct loc loc, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

uint32_t ir_add_local(struct ir_unit *u, struct ir_func *f, const struct ir_local *l);
uint32_t ir_add_block(struct ir_unit *u, struct ir_func *f);

/**
 * ir_emit - append @insn to block @b; the opcode's result, if it has one, gets
 * a new temporary. Returns the result as an operand (REF_NONE without one).
 * Members that the opcode doesn't use are cleared. BUG() if the block has ended already.
 */
struct ir_ref ir_emit(struct ir_unit *u, struct ir_func *f, uint32_t b, struct ir_insn insn);

/** ir_block_ended - whether block @b has its terminator. */
bool ir_block_ended(const struct ir_func *f, uint32_t b);

static inline struct ir_ref ir_ref(enum ir_ref_kind kind, uint32_t idx)
{
	return (struct ir_ref){ .kind = kind, .idx = idx };
}

#endif
