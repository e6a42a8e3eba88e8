// SPDX-License-Identifier: MIT
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/utf8.h"

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

/* Characters that steer a terminal or reorder text instead of showing as a sign, and those that are
 * none. */
static bool is_invisible(uint32_t c)
{
	return c < 0xa0 || c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
	       (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff) ||
	       (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
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

		len = keep_utf8 ? utf8_decode(s + i, n - i, &code) : 1;
		if (len > 1 && !is_invisible(code)) {
			strbuf_add_bytes(b, s + i, len);
			continue;
		}
		len = len ? len : 1;
		for (size_t k = 0; k < len; k++)
			add_escaped_byte(b, p[i + k]);
	}
}
