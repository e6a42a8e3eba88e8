// SPDX-License-Identifier: MIT
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/strbuf.h"

void strbuf_init(struct strbuf *b, struct arena *a)
{
	b->arena = a;
	b->cap = 64;
	b->n = 0;
	b->s = arena_alloc(a, b->cap);
}

void strbuf_add_bytes(struct strbuf *b, const void *p, size_t n)
{
	if (b->cap - b->n <= n) {
		size_t cap = (b->n + n + 1) * 2;

		b->s = arena_grow(b->arena, b->s, b->n, cap);
		b->cap = cap;
	}
	memcpy(b->s + b->n, p, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void strbuf_add(struct strbuf *b, const char *s)
{
	strbuf_add_bytes(b, s, strlen(s));
}

void strbuf_addc(struct strbuf *b, char c)
{
	strbuf_add_bytes(b, &c, 1);
}

void strbuf_addf(struct strbuf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strbuf_add(b, arena_vprintf(b->arena, fmt, ap));
	va_end(ap);
}

/* Length of the well-formed UTF-8 sequence at @s, 0 if there is none (Unicode, table 3-7). */
static size_t utf8_length(const unsigned char *s, size_t n, uint32_t *code)
{
	size_t len = s[0] < 0x80		   ? 1
		     : s[0] >= 0xc2 && s[0] < 0xe0 ? 2
		     : (s[0] & 0xf0) == 0xe0	   ? 3
		     : s[0] >= 0xf0 && s[0] < 0xf5 ? 4
						   : 0;
	uint32_t c;

	if (!len || len > n)
		return 0;
	c = len == 1 ? s[0] : s[0] & (0xffu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3fu);
	}
	if ((len == 3 && (c < 0x800 || (c >= 0xd800 && c < 0xe000))) ||
	    (len == 4 && (c < 0x10000 || c > 0x10ffff)))
		return 0;
	*code = c;
	return len;
}

/* Characters that steer a terminal or reorder text instead of showing as a sign. */
static bool is_invisible(uint32_t c)
{
	return c < 0xa0 || c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
	       (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff);
}

static void add_escaped_byte(struct strbuf *b, unsigned char c)
{
	static const char named[] = "abtnvfr"; /* 0x07 to 0x0d */

	if (c == '\\')
		strbuf_add(b, "\\\\");
	else if (c >= 0x07 && c <= 0x0d)
		strbuf_addf(b, "\\%c", named[c - 0x07]);
	else if (c < 0x20 || c > 0x7e)
		strbuf_addf(b, "\\x%02x", c);
	else
		strbuf_addc(b, (char)c);
}

void strbuf_add_escaped(struct strbuf *b, const char *s, size_t n, bool keep_utf8)
{
	const unsigned char *p = (const unsigned char *)s;

	for (size_t i = 0, len; i < n; i += len) {
		uint32_t code = 0;

		len = keep_utf8 ? utf8_length(p + i, n - i, &code) : 1;
		if (len > 1 && !is_invisible(code)) {
			strbuf_add_bytes(b, s + i, len);
			continue;
		}
		len = len ? len : 1;
		for (size_t k = 0; k < len; k++)
			add_escaped_byte(b, p[i + k]);
	}
}
