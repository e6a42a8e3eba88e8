/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_DOM_H
#define MIGVER_IR_DOM_H

#include "ir/ir.h"

/*
 * needs: a function whose blocks end in terminators with targets in range.
 * gives: an answer to ir_dominates() in constant time. spoils: nothing.
 */
struct ir_dom *ir_dom_build(const struct ir_func *f, struct arena *a);

/** ir_dominates - whether every path from the entry to block @b goes through @a; true of
 * every @a if there is no path. */
bool ir_dominates(const struct ir_dom *d, uint32_t a, uint32_t b);

#endif
