// SPDX-License-Identifier: MIT
/*
 * The kernel's sscanf() as far as the generated functions use it: %d %u %x %s
 * %c %n with widths, blanks and bytes to match. Unlike libc's, it returns no
 * EOF, and a number that is too large wraps round.
 */
#include <ctype.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "tests/property/kernel.h"

struct scan {
	const char *at, *start; /* in the text */
	int width;		/* of the conversion; INT_MAX: none was given */
};

static int digit_in(char c, unsigned int base)
{
	int v = isdigit((unsigned char)c)    ? c - '0'
		: isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10
					     : 99;

	return v < (int)base ? v : -1;
}

/* Digits of @base into @value; false if there is none. */
static bool scan_number(struct scan *s, unsigned int base, bool is_signed, int *value)
{
	bool is_negative;
	unsigned int v = 0;
	int left;

	while (isspace((unsigned char)*s->at))
		s->at++;
	is_negative = is_signed && *s->at == '-';
	if ((is_negative && s->width == 1) || digit_in(s->at[is_negative], base) < 0)
		return false;
	s->at += is_negative;
	left = s->width - is_negative;
	if (base == 16 && s->at[0] == '0' && (s->at[1] | 0x20) == 'x' && left > 2 &&
	    digit_in(s->at[2], 16) >= 0) {
		s->at += 2;
		left -= 2;
	}
	for (; left && digit_in(*s->at, base) >= 0; left--)
		v = v * base + (unsigned int)digit_in(*s->at++, base);
	*value = (int)(is_negative ? 0 - v : v);
	return true;
}

static bool scan_word(struct scan *s, char *to)
{
	while (isspace((unsigned char)*s->at))
		s->at++;
	if (!*s->at)
		return false;
	for (int left = s->width; left && *s->at && !isspace((unsigned char)*s->at); left--)
		*to++ = *s->at++;
	*to = '\0';
	return true;
}

static bool convert(struct scan *s, char conversion, void *to)
{
	if (conversion == 'n') {
		*(int *)to = (int)(s->at - s->start);
		return true;
	}
	if (!*s->at)
		return false;
	switch (conversion) {
	case 'c':
		*(char *)to = *s->at++;
		return true;
	case 's':
		return scan_word(s, to);
	default:
		return scan_number(s, conversion == 'x' ? 16 : 10, conversion == 'd', to);
	}
}

int kernel_sscanf(const char *text, const char *format, ...)
{
	struct scan s = { .at = text, .start = text };
	char *end;
	va_list ap;
	int n = 0;

	va_start(ap, format);
	for (; *format; format++) {
		if (isspace((unsigned char)*format)) {
			while (isspace((unsigned char)*s.at))
				s.at++;
			continue;
		}
		if (*format != '%') {
			if (*s.at++ != *format)
				break;
			continue;
		}
		s.width = (int)strtol(format + 1, &end, 10);
		s.width = s.width ? s.width : INT_MAX;
		format = end;
		if (!convert(&s, *format, va_arg(ap, void *)))
			break;
		n += *format != 'n';
	}
	va_end(ap);
	return n;
}
