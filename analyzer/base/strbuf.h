/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_BASE_STRBUF_H
#define MIGVER_BASE_STRBUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/** struct strbuf - a growing, always NUL-terminated byte string in an arena. */
struct strbuf {
	struct arena *arena;
	char *s;       /* never NULL after strbuf_init() */
	size_t n, cap; /* bytes used, NUL not counted; bytes allocated */
};

void strbuf_init(struct strbuf *b, struct arena *a);
void strbuf_add(struct strbuf *b, const char *s);
void strbuf_add_bytes(struct strbuf *b, const void *p, size_t n);
void strbuf_addc(struct strbuf *b, char c);
void strbuf_addf(struct strbuf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/**
 * strbuf_add_escaped - append @n hostile bytes as printable ASCII
 *
 * Control bytes, DEL, bytes over 0x7e and the backslash become C escapes
 * (\n, \t, \x1b ...), so that nothing reaches a terminal or a report raw.
 * Well-formed UTF-8 letters are kept when @keep_utf8 (bidirectional controls
 * and other format characters are escaped even then).
 */
void strbuf_add_escaped(struct strbuf *b, const char *s, size_t n, bool keep_utf8);

#endif
