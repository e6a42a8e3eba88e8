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

int kstrtoint(const char *s, unsigned int base, int *res)
{
	bool is_negative = s[0] == '-';
	unsigned long long v;
	int err = parse(s + (s[0] == '-' || s[0] == '+'), base, &v);

	if (err)
		return err;
	if (v > (unsigned long long)INT_MAX + is_negative)
		return -ERANGE;
	*res = is_negative ? (int)-(long long)v : (int)v;
	return 0;
}

int kstrtouint(const char *s, unsigned int base, unsigned int *res)
{
	unsigned long long v;
	int err = parse(s + (s[0] == '+'), base, &v);

	if (err)
		return err;
	if (v > UINT_MAX)
		return -ERANGE;
	*res = (unsigned int)v;
	return 0;
}
