/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_IR_SCAN_H
#define MIGVER_IR_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/wide.h"

/*
 * The words of a line oriented text. The first failure is kept and puts the
 * scanner at the end of its text, where nothing matches any more: so a parser
 * needs to look for failures only where it would build on a result.
 */
struct scan {
	struct arena *arena; /* for strings and messages */
	const char *p, *end;
	const char *line_start;
	uint32_t line;	     /* of @p, from 1 */
	const char *message; /* of the first failure, or NULL */
	uint32_t bad_line, bad_col;
};

void scan_init(struct scan *s, struct arena *a, const char *text, size_t n);

/** scan_fail - keep the message, unless there is one already, and go to the end. */
void scan_fail(struct scan *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/** scan_peek - the next byte that is no space nor comment: '\n' at a line's end, -1 at the text's.
 */
int scan_peek(struct scan *s);
/** scan_accept - skip @c if it is next. */
bool scan_accept(struct scan *s, char c);
void scan_expect(struct scan *s, char c);

/** scan_next_line - go to the next line with something in it; false if there is none. */
bool scan_next_line(struct scan *s);
/** scan_line_end - fail if something is left in the line. */
void scan_line_end(struct scan *s);

/** scan_accept_word - skip @word if it is the next whole word (letters, digits, '-', '_'). */
bool scan_accept_word(struct scan *s, const char *word);
/** scan_word - the next word into @n bytes at the result; @what it should be. */
const char *scan_word(struct scan *s, size_t *n, const char *what);

/** scan_int - a decimal number of [@min, @max]; @min after a failure. */
wide scan_int(struct scan *s, wide min, wide max);
static inline uint32_t scan_u32(struct scan *s)
{
	return (uint32_t)scan_int(s, 0, UINT32_MAX);
}
static inline uint64_t scan_u64(struct scan *s)
{
	return (uint64_t)scan_int(s, 0, UINT64_MAX);
}

/** scan_bytes - the contents of a quoted string, NUL-terminated; "" after a failure. */
const char *scan_bytes(struct scan *s, size_t *n);
/** scan_string - the same, without NULs inside. */
const char *scan_string(struct scan *s);

#endif
