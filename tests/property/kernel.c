// SPDX-License-Identifier: MIT
/* The kernel's helpers with the kernel's meaning (contract.md section 2), for generated functions.
 */
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/property/kernel.h"

int kernel_g0;
unsigned char kernel_g1;
long kernel_g2;

int scnprintf(char *buf, size_t size, const char *format, ...)
{
	va_list ap;
	int n;

	va_start(ap, format);
	n = vsnprintf(buf, size, format, ap);
	va_end(ap);
	if (n < (int)size)
		return n;
	return size ? (int)size - 1 : 0;
}

long strscpy(char *dest, const char *src, size_t size)
{
	size_t n = strnlen(src, size);

	if (!size)
		return -E2BIG;
	if (n < size) {
		memcpy(dest, src, n + 1);
		return (long)n;
	}
	memcpy(dest, src, size - 1);
	dest[size - 1] = '\0';
	return -E2BIG;
}

size_t kernel_strlcpy(char *dest, const char *src, size_t size)
{
	size_t n = strlen(src), fits = n < size ? n : size - 1;

	if (size) {
		memcpy(dest, src, fits);
		dest[fits] = '\0';
	}
	return n;
}

bool sysfs_streq(const char *a, const char *b)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	if (*a == *b)
		return true;
	return (!*a && *b == '\n' && !b[1]) || (*a == '\n' && !a[1] && !*b);
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

/* -1: no number; else 0 and the value, or -ERANGE. */
static int parse(const char *s, unsigned int base, unsigned long long *value)
{
	bool is_out = false, is_hex = s[0] == '0' && (s[1] | 0x20) == 'x';
	int n = 0;

	if (!base)
		base = is_hex ? 16 : s[0] == '0' ? 8 : 10;
	if (base == 16 && is_hex)
		s += 2;
	for (*value = 0; digit(*s) < (int)base; s++, n++)
		is_out |= __builtin_mul_overflow(*value, base, value) ||
			  __builtin_add_overflow(*value, (unsigned int)digit(*s), value);
	if (*s == '\n')
		s++;
	if (is_out && n)
		return -ERANGE;
	return *s || !n ? -EINVAL : 0;
}

/* Into max + 1 negative numbers (none if @max is that of an unsigned type) and @max others. */
static int parse_signed(const char *s, unsigned int base, long long max, long long *res)
{
	bool is_negative = s[0] == '-';
	unsigned long long v;
	int err = parse(s + (s[0] == '-' || s[0] == '+'), base, &v);

	if (err)
		return err;
	if (v > (unsigned long long)max + is_negative)
		return -ERANGE;
	*res = is_negative ? -(long long)(v - 1) - 1 : (long long)v;
	return 0;
}

static int parse_unsigned(const char *s, unsigned int base, unsigned long long max,
			  unsigned long long *res)
{
	int err = parse(s + (s[0] == '+'), base, res);

	return err ? err : *res > max ? -ERANGE : 0;
}

#define SIGNED(name, ctype, max)                                                                   \
	int name(const char *s, unsigned int base, ctype *res)                                     \
	{                                                                                          \
		long long v;                                                                       \
		int err = parse_signed(s, base, max, &v);                                          \
                                                                                                   \
		if (!err)                                                                          \
			*res = (ctype)v;                                                           \
		return err;                                                                        \
	}

#define UNSIGNED(name, ctype, max)                                                                 \
	int name(const char *s, unsigned int base, ctype *res)                                     \
	{                                                                                          \
		unsigned long long v;                                                              \
		int err = parse_unsigned(s, base, max, &v);                                        \
                                                                                                   \
		if (!err)                                                                          \
			*res = (ctype)v;                                                           \
		return err;                                                                        \
	}

SIGNED(kstrtoint, int, INT_MAX)
SIGNED(kstrtos16, short, SHRT_MAX)
SIGNED(kstrtol, long, LONG_MAX)
UNSIGNED(kstrtou8, unsigned char, UCHAR_MAX)
UNSIGNED(kstrtou16, unsigned short, USHRT_MAX)
UNSIGNED(kstrtouint, unsigned int, UINT_MAX)
UNSIGNED(kstrtoul, unsigned long, ULONG_MAX)

int kstrtobool(const char *s, bool *res)
{
	bool is_on = strchr("yYtT1", s[0]) && s[0], is_off = strchr("nNfF0", s[0]) && s[0];

	if (s[0] == 'o' || s[0] == 'O') {
		is_on = s[1] == 'n' || s[1] == 'N';
		is_off = s[1] == 'f' || s[1] == 'F';
	}
	if (!is_on && !is_off)
		return -EINVAL;
	*res = is_on;
	return 0;
}

size_t kernel_strlcat(char *dest, const char *src, size_t size)
{
	size_t at = strlen(dest), n = strlen(src);

	if (at < size)
		kernel_strlcpy(dest + at, src, size - at);
	return at + n;
}
