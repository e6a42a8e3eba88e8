/* SPDX-License-Identifier: MIT */
/* Text of a bounded length, and the ways to write hostile bytes. */
#ifndef FUZZ_TEXT_H
#define FUZZ_TEXT_H

#include <stdarg.h>
#include <stddef.h>

/* What does not fit is left out; `s` is always ended by a NUL. */
struct text {
	char *s;
	size_t n, max;
};

/** text_over - an empty text in @size (at least 1) bytes at @buf. */
struct text text_over(char *buf, size_t size);

void text_add(struct text *t, const char *s);
void text_addf(struct text *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void text_addv(struct text *t, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
void text_add_bytes(struct text *t, const void *bytes, size_t n);

/** text_add_hex - two lower-case digits a byte. */
void text_add_hex(struct text *t, const void *bytes, size_t n);

/** text_add_c - as in a C string literal, without the quotes. */
void text_add_c(struct text *t, const void *bytes, size_t n);

/** text_add_c_short - the same in quotes, the middle of long strings left out. */
void text_add_c_short(struct text *t, const void *bytes, size_t n);

/** text_add_json - as a JSON string, with its quotes; bytes over 0x7e as \u00XX. */
void text_add_json(struct text *t, const char *s);

/** text_add_shell - an argument of printf(1) that yields these bytes, with its quotes. */
void text_add_shell(struct text *t, const void *bytes, size_t n);

#endif
