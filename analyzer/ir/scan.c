// SPDX-License-Identifier: MIT
#include <stdarg.h>
#include <string.h>

#include "ir/scan.h"

void scan_init(struct scan *s, struct arena *a, const char *text, size_t n)
{
	*s = (struct scan){ .arena = a, .p = text, .end = text + n, .line_start = text, .line = 1 };
}

void scan_fail(struct scan *s, const char *fmt, ...)
{
	va_list ap;

	if (s->message)
		return;
	va_start(ap, fmt);
	s->message = arena_vprintf(s->arena, fmt, ap);
	va_end(ap);
	s->bad_line = s->line;
	s->bad_col = (uint32_t)(s->p - s->line_start) + 1;
	s->p = s->end;
}

int scan_peek(struct scan *s)
{
	while (s->p < s->end && (*s->p == ' ' || *s->p == '\t' || *s->p == '\r'))
		s->p++;
	if (s->p < s->end && *s->p == '#')
		while (s->p < s->end && *s->p != '\n')
			s->p++;
	return s->p < s->end ? (unsigned char)*s->p : -1;
}

bool scan_accept(struct scan *s, char c)
{
	if (scan_peek(s) != (unsigned char)c)
		return false;
	s->p++;
	return true;
}

void scan_expect(struct scan *s, char c)
{
	if (!scan_accept(s, c))
		scan_fail(s, "'%c' expected", c);
}

bool scan_next_line(struct scan *s)
{
	while (scan_peek(s) == '\n') {
		s->line_start = ++s->p;
		s->line++;
	}
	return s->p < s->end;
}

void scan_line_end(struct scan *s)
{
	int c = scan_peek(s);

	if (c != '\n' && c != -1)
		scan_fail(s, "end of line expected");
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
	       c == '-';
}

static size_t word_length(struct scan *s)
{
	size_t n = 0;

	scan_peek(s);
	while (s->p + n < s->end && is_word_char(s->p[n]))
		n++;
	return n;
}

bool scan_accept_word(struct scan *s, const char *word)
{
	size_t n = strlen(word);

	if (word_length(s) != n || memcmp(s->p, word, n) != 0)
		return false;
	s->p += n;
	return true;
}

const char *scan_word(struct scan *s, size_t *n, const char *what)
{
	const char *word;

	*n = word_length(s);
	if (!*n)
		scan_fail(s, "%s expected", what);
	word = s->p;
	s->p += *n;
	return word;
}

wide scan_int(struct scan *s, wide min, wide max)
{
	bool is_negative = scan_accept(s, '-');
	const char *first = (scan_peek(s), s->p);
	wide v = 0; /* at most WIDE_MAX + 6, which a wide still holds */

	for (; s->p < s->end && is_digit(*s->p) && v <= WIDE_MAX / 10; s->p++)
		v = v * 10 + (*s->p - '0');
	if (s->p == first) {
		scan_fail(s, "number expected");
		return min;
	}
	v = is_negative ? -v : v;
	if (v < min || v > max || (s->p < s->end && is_digit(*s->p))) {
		s->p = first;
		scan_fail(s, "number out of range");
		return min;
	}
	return v;
}

static int hex_digit(char c)
{
	if (is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that the escape after a backslash stands for; -1 if it is none. */
static int scan_escape(struct scan *s)
{
	static const char names[] = "abtnvfr"; /* 0x07 to 0x0d */
	const char *named;
	char c;

	if (s->p == s->end)
		return -1;
	c = *s->p++;
	named = c ? strchr(names, c) : NULL;
	if (named)
		return 0x07 + (int)(named - names);
	if (c == '\\' || c == '"')
		return c;
	if (c == '0')
		return 0;
	if (c != 'x' || s->end - s->p < 2 || hex_digit(s->p[0]) < 0 || hex_digit(s->p[1]) < 0)
		return -1;
	s->p += 2;
	return hex_digit(s->p[-2]) << 4 | hex_digit(s->p[-1]);
}

/* The string's length in the text, which its contents can't exceed. */
static size_t raw_length(const struct scan *s)
{
	const char *q = s->p;

	for (; q < s->end && *q != '"' && *q != '\n'; q++)
		if (*q == '\\' && q + 1 < s->end)
			q++;
	return (size_t)(q - s->p);
}

const char *scan_bytes(struct scan *s, size_t *n)
{
	char *buf;

	*n = 0;
	scan_expect(s, '"');
	buf = arena_alloc(s->arena, raw_length(s) + 1);
	while (s->p < s->end && *s->p != '"' && *s->p != '\n') {
		int c = (unsigned char)*s->p++;

		if (c == '\\')
			c = scan_escape(s);
		if (c < 0)
			scan_fail(s, "unknown escape");
		else
			buf[(*n)++] = (char)c;
	}
	if (s->p == s->end || *s->p != '"')
		scan_fail(s, "'\"' expected");
	else
		s->p++;
	buf[*n] = '\0';
	return buf;
}

const char *scan_string(struct scan *s)
{
	size_t n;
	const char *str = scan_bytes(s, &n);

	if (memchr(str, '\0', n))
		scan_fail(s, "this string can't hold a NUL");
	return str;
}
