/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CORE_LOC_H
#define MIGVER_CORE_LOC_H

#include <stdint.h>

/**
 * struct loc - a place in a source file, by value
 *
 * Lines and columns count from 1; columns are bytes. The end is one past the
 * last byte. Code that a macro expands to is at the macro's use. @path is
 * interned and spelled as the user gave the file, NULL for "no place".
 */
struct loc {
	const char *path;
	uint32_t line, col;
	uint32_t end_line, end_col;
};

int loc_compare(const struct loc *a, const struct loc *b);

#endif
