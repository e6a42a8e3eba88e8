// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Numbers from strings: kstrto*() (strict: the whole string, one final newline
 * allowed, ranges checked) and simple_strto*() (as far as it goes, wrapping).
 * The rules are those of lib/kstrtox.c.
 */
#include <linux/math64.h>
#include <linux/uaccess.h>

#include "internal.h"

static int digit_value(char c)
{
	return c >= '0' && c <= '9'   ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
	       : c >= 'A' && c <= 'F' ? c - 'A' + 10
				      : 99;
}

/* Base 0 becomes 16, 8 or 10; the 0x of base 16 is skipped. */
static const char *fix_base(const char *s, unsigned int *base)
{
	int prefix = s[0] == '0' && (s[1] == 'x' || s[1] == 'X');

	if (*base == 0)
		*base = prefix && isxdigit(s[2]) ? 16 : s[0] == '0' ? 8 : 10;
	return *base == 16 && prefix ? s + 2 : s;
}

/* How many digits were read; *overflow if they did not fit, and wrapped. */
static size_t read_digits(const char *s, size_t max, unsigned int base, unsigned long long *value,
			  int *overflow)
{
	size_t n;

	*value = 0;
	*overflow = 0;
	for (n = 0; n < max; n++) {
		unsigned int digit = digit_value(s[n]);
		unsigned long long next;

		if (digit >= base)
			break;
		if (__builtin_mul_overflow(*value, (unsigned long long)base, &next))
			*overflow = 1;
		if (__builtin_add_overflow(next, (unsigned long long)digit, &next))
			*overflow = 1;
		*value = next;
	}
	return n;
}

unsigned long long krt_scan_number(const char *s, size_t max, unsigned int base, const char **end)
{
	size_t prefix = fix_base(s, &base) - s;
	unsigned long long value = 0;
	int overflow;

	/* A width that ends in the prefix leaves no digit. */
	if (prefix >= max)
		*end = s + max;
	else
		*end = s + prefix + read_digits(s + prefix, max - prefix, base, &value, &overflow);
	return value;
}

/* --- strict ------------------------------------------------------------------------- */

static int parse_unsigned(const char *s, unsigned int base, unsigned long long *res)
{
	unsigned long long value;
	int overflow;
	size_t n;

	s = fix_base(s, &base);
	n = read_digits(s, INT_MAX, base, &value, &overflow);
	if (overflow)
		return -ERANGE;
	if (!n)
		return -EINVAL;
	s += n;
	if (*s == '\n')
		s++;
	if (*s)
		return -EINVAL;
	*res = value;
	return 0;
}

int kstrtoull(const char *s, unsigned int base, unsigned long long *res)
{
	return parse_unsigned(*s == '+' ? s + 1 : s, base, res);
}

int kstrtoll(const char *s, unsigned int base, long long *res)
{
	unsigned long long value;
	int error;

	if (*s == '-') {
		error = parse_unsigned(s + 1, base, &value);
		if (error)
			return error;
		if ((long long)-value > 0)
			return -ERANGE;
		*res = -value;
		return 0;
	}
	error = kstrtoull(s, base, &value);
	if (error)
		return error;
	if ((long long)value < 0)
		return -ERANGE;
	*res = value;
	return 0;
}

#define KSTRTO(name, parse, wide, type)                                                            \
	int name(const char *s, unsigned int base, type *res)                                      \
	{                                                                                          \
		wide value;                                                                        \
		int error = parse(s, base, &value);                                                \
                                                                                                   \
		if (error)                                                                         \
			return error;                                                              \
		if (value != (type)value)                                                          \
			return -ERANGE;                                                            \
		*res = value;                                                                      \
		return 0;                                                                          \
	}

KSTRTO(_kstrtoul, kstrtoull, unsigned long long, unsigned long)
KSTRTO(_kstrtol, kstrtoll, long long, long)
KSTRTO(kstrtouint, kstrtoull, unsigned long long, unsigned int)
KSTRTO(kstrtoint, kstrtoll, long long, int)
KSTRTO(kstrtou16, kstrtoull, unsigned long long, u16)
KSTRTO(kstrtos16, kstrtoll, long long, s16)
KSTRTO(kstrtou8, kstrtoull, unsigned long long, u8)
KSTRTO(kstrtos8, kstrtoll, long long, s8)
#ifdef KRT_BUNDLED
KSTRTO(kstrtoul, kstrtoull, unsigned long long, unsigned long)
KSTRTO(kstrtol, kstrtoll, long long, long)
KSTRTO(kstrtou64, kstrtoull, unsigned long long, u64)
KSTRTO(kstrtos64, kstrtoll, long long, s64)
KSTRTO(kstrtou32, kstrtoull, unsigned long long, u32)
KSTRTO(kstrtos32, kstrtoll, long long, s32)
#endif

/* "y", "on", "1" ...: only the first letters count. */
int kstrtobool(const char *s, bool *res)
{
	const char *yes = KRT_SINCE(6, 9) ? "yYtT1" : "yY1",
		   *no = KRT_SINCE(6, 9) ? "nNfF0" : "nN0";

	if (!s || !*s)
		return -EINVAL;
	if (strchr(yes, *s))
		*res = true;
	else if (strchr(no, *s))
		*res = false;
	else if (tolower(s[0]) == 'o' && tolower(s[1]) == 'n')
		*res = true;
	else if (tolower(s[0]) == 'o' && tolower(s[1]) == 'f')
		*res = false;
	else
		return -EINVAL;
	return 0;
}

#ifdef KRT_BUNDLED
int strtobool(const char *s, bool *res)
{
	return kstrtobool(s, res);
}
#endif

/* A number of any base with sign and newline fits in this. */
#define FROM_USER(name, parse, type)                                                               \
	int name(const char __user *s, size_t count, unsigned int base, type *res)                 \
	{                                                                                          \
		char text[70];                                                                     \
                                                                                                   \
		count = min(count, sizeof(text) - 1);                                              \
		if (copy_from_user(text, s, count))                                                \
			return -EFAULT;                                                            \
		text[count] = '\0';                                                                \
		return parse(text, base, res);                                                     \
	}
FROM_USER(kstrtoull_from_user, kstrtoull, unsigned long long)
FROM_USER(kstrtoll_from_user, kstrtoll, long long)
FROM_USER(kstrtoul_from_user, kstrtoul, unsigned long)
FROM_USER(kstrtol_from_user, kstrtol, long)
FROM_USER(kstrtouint_from_user, kstrtouint, unsigned int)
FROM_USER(kstrtoint_from_user, kstrtoint, int)
FROM_USER(kstrtou16_from_user, kstrtou16, u16)
FROM_USER(kstrtou8_from_user, kstrtou8, u8)
#ifdef KRT_BUNDLED
FROM_USER(kstrtou32_from_user, kstrtou32, u32)
FROM_USER(kstrtou64_from_user, kstrtou64, u64)
#endif

int kstrtobool_from_user(const char __user *s, size_t count, bool *res)
{
	char text[4];

	count = min(count, sizeof(text) - 1);
	if (copy_from_user(text, s, count))
		return -EFAULT;
	text[count] = '\0';
	return kstrtobool(text, res);
}

/* --- lax ------------------------------------------------------------------------------ */

unsigned long long simple_strtoull(const char *s, char **end, unsigned int base)
{
	const char *rest;
	unsigned long long value = krt_scan_number(s, INT_MAX, base, &rest);

	if (end)
		*end = (char *)rest;
	return value;
}

unsigned long simple_strtoul(const char *s, char **end, unsigned int base)
{
	return simple_strtoull(s, end, base);
}

long long simple_strtoll(const char *s, char **end, unsigned int base)
{
	return *s == '-' ? -simple_strtoull(s + 1, end, base) : simple_strtoull(s, end, base);
}

long simple_strtol(const char *s, char **end, unsigned int base)
{
	return simple_strtoll(s, end, base);
}

/* --- command line numbers ---------------------------------------------------------------- */

/* 0: no number; 1: a number; 2: and a comma; 3: and the '-' of a range */
int get_option(char **str, int *pint)
{
	char *at = *str, *end;
	int value;

	if (!at || !*at)
		return 0;
	value = *at == '-' ? -simple_strtoull(++at, &end, 0) : simple_strtoull(at, &end, 0);
	*str = end;
	if (end == at)
		return 0;
	if (pint)
		*pint = value;
	if (*end == ',') {
		*str = end + 1;
		return 2;
	}
	return *end == '-' ? 3 : 1;
}

char *get_options(const char *str, int nints, int *ints)
{
	int i = 1, got;
	char *s = (char *)str;

	while (i < nints) {
		got = get_option(&s, ints + i);
		if (!got)
			break;
		if (got == 3) {
			int upto = simple_strtol(++s, &s, 0), at = ints[i];

			for (; at < upto && i + 1 < nints; i++)
				ints[i + 1] = ++at;
			if (*s == ',')
				s++;
		}
		i++;
		if (got == 1)
			break;
	}
	ints[0] = i - 1;
	return s;
}

unsigned long long memparse(const char *s, char **end)
{
	static const char units[] = "KMGTPE";
	char *rest;
	unsigned long long value = simple_strtoull(s, &rest, 0);
	const char *unit = *rest ? strchr(units, toupper(*rest)) : NULL;

	if (unit) {
		value <<= 10 * (unit - units + 1);
		rest++;
	}
	if (end)
		*end = rest;
	return value;
}

/* --- hex ------------------------------------------------------------------------------------ */

int hex_to_bin(unsigned char c)
{
	int value = digit_value(c);

	return value < 16 ? value : -1;
}

int hex2bin(u8 *dst, const char *src, size_t count)
{
	while (count--) {
		int high = hex_to_bin(*src++), low;

		if (high < 0)
			return -EINVAL;
		low = hex_to_bin(*src++);
		if (low < 0)
			return -EINVAL;
		*dst++ = high << 4 | low;
	}
	return 0;
}

char *bin2hex(char *dst, const void *src, size_t count)
{
	const unsigned char *p = src;

	while (count--) {
		*dst++ = hex_asc[*p >> 4];
		*dst++ = hex_asc[*p++ & 15];
	}
	return dst;
}

const char hex_asc[] = "0123456789abcdef";
const char hex_asc_upper[] = "0123456789ABCDEF";
