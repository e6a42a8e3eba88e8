/* SPDX-License-Identifier: MIT */
/* Lines of addresses, from .debug_line. */
#ifndef FUZZ_DWARF_LINE_H
#define FUZZ_DWARF_LINE_H

#include "places.h"

struct line_hit {
	const char *base;      /* the folder of the compilation; "" if it is not said */
	const char *directory; /* may be relative to it; "": the same */
	const char *name;
	unsigned line;
};

/**
 * dwarf_line_find - the row for @address (as in the file). @wanted, if not NULL,
 * says which files count: then the last such row at or before @address, not
 * before @low, is taken.
 */
bool dwarf_line_find(const struct places *p, uint64_t address, uint64_t low,
		     bool (*wanted)(const struct places *p, const struct line_hit *hit),
		     struct line_hit *hit);

#endif
