/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_REPORT_COMMENTS_H
#define MIGVER_REPORT_COMMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"

/** struct comment - a comment of a C file. */
struct comment {
	const char *text; /* without its delimiters, not terminated */
	size_t n;
	uint32_t line, col;	    /* of its first byte, from 1 */
	uint32_t end_line, end_col; /* one past its last byte */
};

/** struct comments - all of them, and which lines hold anything else. */
struct comments {
	VEC(struct comment) all;
	VEC(bool) has_code; /* by line, from 0 */
};

/**
 * comments_of - the comments in @text
 *
 * Strings and character constants are no comments, whatever is in them; one
 * that isn't closed ends with its line. Works on any bytes.
 */
struct comments comments_of(struct arena *a, const char *text, size_t n);

#endif
