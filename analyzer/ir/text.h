/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_TEXT_H
#define MIGVER_IR_TEXT_H

#include "base/map.h"
#include "base/strbuf.h"
#include "ir/ir.h"

/** ir_print_unit - the text form of @u (IR.md); parsing it back gives an equal unit. */
void ir_print_unit(const struct ir_unit *u, struct strbuf *out);
/** ir_print_func - one function of it, for --dump. */
void ir_print_func(const struct ir_unit *u, const struct ir_func *f, struct strbuf *out);

/** struct ir_error - why a text is no unit. */
struct ir_error {
	uint32_t line, col;
	const char *message; /* in the arena given to ir_parse_unit() */
};

/**
 * ir_parse_unit - the unit that @text (@n bytes) describes
 *
 * The text may be hostile (fuzzing, a crashed worker): every index is checked
 * and sizes are limited. Paths are interned in @paths. Returns NULL and fills @err.
 * The unit returned has passed ir_validate().
 */
struct ir_unit *ir_parse_unit(struct arena *a, struct map *paths, const char *text, size_t n,
			      struct ir_error *err);

/**
 * ir_validate - NULL if @u keeps every rule of IR.md, else what is wrong, in
 * @a: operands in range and of the right kind, temporaries assigned once and
 * before use in block order or on every path, one terminator at each block's
 * end, targets in range, types that fit.
 */
const char *ir_validate(const struct ir_unit *u, struct arena *a);

#endif
