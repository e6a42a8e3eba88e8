// SPDX-License-Identifier: MIT
#include "text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* As many bytes of a string as a message shows at each end. */
#define SHORT_HEAD 40
#define SHORT_TAIL 12

struct text text_over(char *buf, size_t size)
{
	struct text t = { .s = buf, .max = size };

	buf[0] = '\0';
	return t;
}

void text_add_bytes(struct text *t, const void *bytes, size_t n)
{
	if (n > t->max - 1 - t->n)
		n = t->max - 1 - t->n;
	memcpy(t->s + t->n, bytes, n);
	t->n += n;
	t->s[t->n] = '\0';
}

void text_add(struct text *t, const char *s)
{
	text_add_bytes(t, s, strlen(s));
}

void text_addv(struct text *t, const char *fmt, va_list ap)
{
	int n = vsnprintf(t->s + t->n, t->max - t->n, fmt, ap);

	if (n > 0)
		t->n += (size_t)n < t->max - t->n ? (size_t)n : t->max - t->n - 1;
}

void text_addf(struct text *t, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	text_addv(t, fmt, ap);
	va_end(ap);
}

void text_add_hex(struct text *t, const void *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *b = bytes;

	for (; n && t->max - t->n > 2; n--, b++) {
		t->s[t->n++] = digits[*b >> 4];
		t->s[t->n++] = digits[*b & 15];
	}
	t->s[t->n] = '\0';
}

/* The letter of a control character's escape, or 0. */
static char escape_letter(unsigned char c)
{
	static const char letters[] = { ['\n'] = 'n', ['\t'] = 't', ['\r'] = 'r' };

	return c < sizeof(letters) ? letters[c] : '\0';
}

static bool is_plain(unsigned char c)
{
	return c >= 0x20 && c <= 0x7e && c != '"' && c != '\\';
}

void text_add_c(struct text *t, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;

	for (; n; n--, b++) {
		if (is_plain(*b))
			text_add_bytes(t, b, 1);
		else if (escape_letter(*b))
			text_addf(t, "\\%c", escape_letter(*b));
		else if (*b == '"' || *b == '\\')
			text_addf(t, "\\%c", *b);
		else /* three octal digits: they don't swallow what follows */
			text_addf(t, "\\%03o", *b);
	}
}

void text_add_c_short(struct text *t, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;

	text_add(t, "\"");
	if (n <= SHORT_HEAD + SHORT_TAIL) {
		text_add_c(t, b, n);
		text_add(t, "\"");
		return;
	}
	text_add_c(t, b, SHORT_HEAD);
	text_add(t, "...");
	text_add_c(t, b + n - SHORT_TAIL, SHORT_TAIL);
	text_addf(t, "\" (%zu bytes)", n);
}

void text_add_json(struct text *t, const char *s)
{
	text_add(t, "\"");
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (is_plain(c))
			text_add_bytes(t, s, 1);
		else if (c == '"' || c == '\\')
			text_addf(t, "\\%c", c);
		else
			text_addf(t, "\\u%04x", c);
	}
	text_add(t, "\"");
}

void text_add_shell(struct text *t, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;

	text_add(t, "'");
	for (; n; n--, b++) {
		if (*b >= 0x20 && *b <= 0x7e && *b != '\'' && *b != '\\' && *b != '%')
			text_add_bytes(t, b, 1);
		else if (*b == '%')
			text_add(t, "%%");
		else if (escape_letter(*b))
			text_addf(t, "\\%c", escape_letter(*b));
		else
			text_addf(t, "\\%03o", *b);
	}
	text_add(t, "'");
}
