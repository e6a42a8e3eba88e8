// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The kernel's scanf family (its rules: vsscanf() in lib/vsprintf.c). What
 * differs from libc: %s and %[ store their NUL past the width, %[ needs a width,
 * knows no ranges and no leading ']', %*[ ends the scan, a width counts for
 * numbers but numbers without one take any length and wrap, and a blank in the
 * format matches blanks only after one that is there.
 */
#include "internal.h"

struct scan {
	const char *start, *str, *fmt;
	int matched;
	int width; /* -1: none given */
	char qualifier;
	va_list args;
};

/* libFuzzer learns what a literal of the format would have matched. */
static void report_literal(const struct scan *s, const void *pc)
{
	size_t n = 0;

	while (s->fmt[n] && s->fmt[n] != '%' && !isspace(s->fmt[n]))
		n++;
	krt_hook_memcmp(pc, s->str, s->fmt, min(n, strlen(s->str)));
}

/* %*d and kin: the field of both strings is skipped up to a blank. */
static int skip_field(struct scan *s)
{
	if (!*s->str)
		return 0;
	while (*s->fmt && *s->fmt != '%' && !isspace(*s->fmt)) {
		if (*s->fmt == '[')
			return 0;
		s->fmt++;
	}
	while (*s->str && !isspace(*s->str))
		s->str++;
	return 1;
}

static int read_width(struct scan *s)
{
	s->width = -1;
	if (!isdigit(*s->fmt))
		return 1;
	s->width = 0;
	while (isdigit(*s->fmt))
		s->width = 10 * s->width + *s->fmt++ - '0';
	return s->width > 0;
}

/* hh: 'H', ll: 'L' */
static void read_qualifier(struct scan *s)
{
	char q = *s->fmt;

	s->qualifier = 0;
	if (q != 'h' && q != 'l' && q != 'L' && q != 'z')
		return;
	s->qualifier = q;
	s->fmt++;
	if (*s->fmt == q && (q == 'h' || q == 'l')) {
		s->qualifier = toupper(q);
		s->fmt++;
	}
}

static void scan_chars(struct scan *s)
{
	char *to = va_arg(s->args, char *);
	int n = s->width < 0 ? 1 : s->width;

	do
		*to++ = *s->str++;
	while (--n > 0 && *s->str);
	s->matched++;
}

static void scan_word(struct scan *s)
{
	char *to = va_arg(s->args, char *);
	int n = s->width < 0 ? SHRT_MAX : s->width;

	s->str = skip_spaces(s->str);
	while (*s->str && !isspace(*s->str) && n-- > 0)
		*to++ = *s->str++;
	*to = '\0';
	s->matched++;
}

/* The format stands behind the '['. */
static int scan_set(struct scan *s)
{
	char *to = va_arg(s->args, char *);
	bool set[256] = { 0 }, negated = *s->fmt == '^';
	int members = 0, i;

	if (s->width < 0)
		return 0;
	if (negated)
		s->fmt++;
	for (; *s->fmt && *s->fmt != ']'; s->fmt++, members++)
		set[(u8)*s->fmt] = true;
	if (!*s->fmt || !members)
		return 0;
	s->fmt++;
	for (i = 0; negated && i < 256; i++)
		set[i] = i && !set[i];
	if (!set[(u8)*s->str])
		return 0;
	while (set[(u8)*s->str] && s->width-- > 0)
		*to++ = *s->str++;
	*to = '\0';
	s->matched++;
	return 1;
}

static void store_number(struct scan *s, unsigned long long value)
{
	void *to = va_arg(s->args, void *);

	switch (s->qualifier) {
	case 'H':
		*(unsigned char *)to = value;
		break;
	case 'h':
		*(unsigned short *)to = value;
		break;
	case 'l':
		*(unsigned long *)to = value;
		break;
	case 'L':
		*(unsigned long long *)to = value;
		break;
	case 'z':
		*(size_t *)to = value;
		break;
	default:
		*(unsigned int *)to = value;
	}
	s->matched++;
}

static int is_digit_of(char c, int base)
{
	return base == 16 ? isxdigit(c) : base == 8 ? c >= '0' && c <= '7' : isdigit(c);
}

static int scan_number(struct scan *s, int base, int is_signed)
{
	unsigned long long value;
	char digit;
	int negative = 0;
	size_t max = s->width < 0 ? INT_MAX : s->width;

	s->str = skip_spaces(s->str);
	digit = *s->str;
	if (is_signed && digit == '-') {
		if (s->width == 1)
			return 0;
		negative = 1;
		digit = s->str[1];
	}
	if (!digit || !is_digit_of(digit, base))
		return 0;
	value = krt_scan_number(s->str + negative, max - negative, base, &s->str);
	store_number(s, negative ? -value : value);
	return 1;
}

/* 0: the scan ends here. */
static int scan_conversion(struct scan *s)
{
	char c = *s->fmt++;

	switch (c) {
	case 'c':
		scan_chars(s);
		return 1;
	case 's':
		scan_word(s);
		return 1;
	case '[':
		return scan_set(s);
	case 'o':
		return scan_number(s, 8, 0);
	case 'x':
	case 'X':
		return scan_number(s, 16, 0);
	case 'i':
		return scan_number(s, 0, 1);
	case 'd':
		return scan_number(s, 10, 1);
	case 'u':
		return scan_number(s, 10, 0);
	case '%':
		return *s->str++ == '%';
	}
	return 0;
}

/* One step of the format, which has not ended; 0: the scan ends here. */
static int scan_step(struct scan *s, const void *pc)
{
	if (isspace(*s->fmt)) {
		s->fmt = skip_spaces(s->fmt);
		s->str = skip_spaces(s->str);
		if (!*s->fmt)
			return 0;
	}
	if (*s->fmt != '%') {
		if (*s->fmt != *s->str) {
			report_literal(s, pc);
			return 0;
		}
		s->fmt++, s->str++;
		return 1;
	}
	s->fmt++;
	if (*s->fmt == '*')
		return skip_field(s);
	if (!read_width(s))
		return 0;
	read_qualifier(s);
	if (*s->fmt == 'n') {
		s->fmt++;
		*va_arg(s->args, int *) = s->str - s->start;
		return 1;
	}
	return *s->fmt && *s->str && scan_conversion(s);
}

static int scan(const char *buf, const char *fmt, va_list args, const void *pc)
{
	struct scan s = { .start = buf, .str = buf, .fmt = fmt };

	va_copy(s.args, args);
	while (*s.fmt && scan_step(&s, pc))
		;
	va_end(s.args);
	return s.matched;
}

int vsscanf(const char *buf, const char *fmt, va_list args)
{
	return scan(buf, fmt, args, KRT_PC);
}

int sscanf(const char *buf, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = scan(buf, fmt, args, KRT_PC);
	va_end(args);
	return n;
}
