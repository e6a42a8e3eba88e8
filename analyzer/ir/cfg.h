/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_CFG_H
#define MIGVER_IR_CFG_H

#include "ir/ir.h"

/*
 * needs: a valid function. gives: preds, rpo, rpo_order, is_loop_head.
 * spoils: nothing. A block's preds are its reachable predecessors, each once.
 */
void ir_cfg_build(struct ir_unit *u, struct ir_func *f);

/** ir_succs - the targets of a terminator, duplicates kept; returns how many exist,
 * and stores at most @max of them. */
size_t ir_succs(const struct ir_insn *term, uint32_t *out, size_t max);

/** ir_succ_count, ir_succ - the same one by one: the targets of SWITCH are its cases' in
 * order, then the fallback. */
size_t ir_succ_count(const struct ir_insn *term);
uint32_t ir_succ(const struct ir_insn *term, size_t i);

/** ir_reaches - whether a way leads from block @from to @to that does not lead through @but. */
bool ir_reaches(const struct ir_func *f, uint32_t from, uint32_t to, uint32_t but,
		struct arena *scratch);

#endif
