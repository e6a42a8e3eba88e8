// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Option strings (match_token() and kin), MAC addresses, base64. */
#include "internal.h"

#include <linux/base64.h>
#include <linux/parser.h>
#ifdef KRT_BUNDLED
#include <linux/hex.h>
#endif

/* One %-conversion of a pattern: where its text ends; NULL: no text that fits. */
static char *match_field(char kind, long len, char *s)
{
	char *end = s;

	switch (kind) {
	case 's':
		end = s + strlen(s);
		return len >= 0 && end - s > len ? s + len : end == s ? NULL : end;
	case 'd':
		simple_strtol(s, &end, 0);
		break;
	case 'u':
		simple_strtoul(s, &end, 0);
		break;
	case 'o':
		simple_strtoul(s, &end, 8);
		break;
	case 'x':
		simple_strtoul(s, &end, 16);
		break;
	}
	return end == s ? NULL : end;
}

static int match_one(char *s, const char *p, substring_t args[])
{
	int argc = 0;

	if (!p)
		return 1;
	for (;;) {
		const char *percent = strchr(p, '%');
		size_t len = percent ? (size_t)(percent - p) : strlen(p);
		long width = -1;

		if (strncmp(p, s, len) != 0)
			return 0;
		s += len;
		if (!percent)
			return !*s;
		p = percent + 1;
		if (isdigit(*p))
			width = simple_strtoul(p, (char **)&p, 10);
		if (*p == '%') {
			if (*s++ != '%')
				return 0;
			p++;
			continue;
		}
		if (argc >= MAX_OPT_ARGS)
			return 0;
		args[argc].from = s;
		s = match_field(*p++, width, s);
		if (!s)
			return 0;
		args[argc++].to = s;
	}
}

int match_token(char *s, const match_table_t table, substring_t args[])
{
	const struct match_token *row;

	for (row = table; !match_one(s, row->pattern, args); row++)
		krt_hook_strcmp(KRT_PC, row->pattern, s);
	return row->token;
}

size_t match_strlcpy(char *dest, const substring_t *src, size_t size)
{
	size_t len = src->to - src->from;

	if (size) {
		size_t n = min(len, size - 1);

		memcpy(dest, src->from, n);
		dest[n] = '\0';
	}
	return len;
}

char *match_strdup(const substring_t *s)
{
	return kmemdup_nul(s->from, s->to - s->from, GFP_KERNEL);
}

static int number(substring_t *s, int *result, int base)
{
	char text[24], *end;
	long value;

	if (match_strlcpy(text, s, sizeof(text)) >= sizeof(text))
		return -ERANGE;
	value = simple_strtol(text, &end, base);
	if (end == text)
		return -EINVAL;
	if (value < INT_MIN || value > INT_MAX)
		return -ERANGE;
	*result = value;
	return 0;
}

int match_int(substring_t *s, int *result)
{
	return number(s, result, 0);
}

int match_octal(substring_t *s, int *result)
{
	return number(s, result, 8);
}

int match_hex(substring_t *s, int *result)
{
	return number(s, result, 16);
}

int match_uint(substring_t *s, unsigned int *result)
{
	char text[24];

	if (match_strlcpy(text, s, sizeof(text)) >= sizeof(text))
		return -ERANGE;
	return kstrtouint(text, 10, result);
}

int match_u64(substring_t *s, u64 *result)
{
	char text[24];
	unsigned long long value;
	int error;

	if (match_strlcpy(text, s, sizeof(text)) >= sizeof(text))
		return -ERANGE;
	error = kstrtoull(text, 0, &value);
	if (!error)
		*result = value;
	return error;
}

/* Only * and ? have a meaning. */
bool match_wildcard(const char *pattern, const char *str)
{
	const char *back = NULL, *s = NULL;

	while (*str) {
		if (*pattern == '*') {
			back = ++pattern;
			s = str;
		} else if (*pattern == '?' || *pattern == *str) {
			pattern++;
			str++;
		} else if (back) {
			pattern = back;
			str = ++s;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return !*pattern;
}

/* aa:bb:cc:dd:ee:ff; what follows does not matter. */
bool mac_pton(const char *s, u8 *mac)
{
	int i;

	if (strnlen(s, 17) < 17)
		return false;
	for (i = 0; i < 6; i++)
		if (!isxdigit(s[3 * i]) || !isxdigit(s[3 * i + 1]) ||
		    (i < 5 && s[3 * i + 2] != ':'))
			return false;
	for (i = 0; i < 6; i++)
		mac[i] = hex_to_bin(s[3 * i]) << 4 | hex_to_bin(s[3 * i + 1]);
	return true;
}

int num_to_str(char *buf, int size, unsigned long long num, unsigned int width)
{
	char text[24];
	int len = snprintf(text, sizeof(text), "%*llu", (int)width, num);

	if (len > size || len >= (int)sizeof(text))
		return 0;
	memcpy(buf, text, len);
	return len;
}

/* --- base64 (RFC 4648, no padding in the length) ----------------------------------------- */

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int base64_encode(const u8 *src, int len, char *dst)
{
	char *start = dst;
	u32 bits = 0;
	int n = 0, i;

	for (i = 0; i < len; i++) {
		bits = bits << 8 | src[i];
		for (n += 8; n >= 6;) {
			n -= 6;
			*dst++ = digits[bits >> n & 63];
		}
	}
	if (n) {
		*dst++ = digits[bits << (6 - n) & 63];
		while (n < 6) {
			*dst++ = '=';
			n += 2;
		}
	}
	return dst - start;
}

int base64_decode(const char *src, int len, u8 *dst)
{
	u8 *start = dst;
	u32 bits = 0;
	int n = 0, i;

	for (i = 0; i < len; i++) {
		const char *p = src[i] ? strchr(digits, src[i]) : NULL;

		if (src[i] == '=') {
			bits <<= 6;
			n += 6;
			if (n >= 8)
				n -= 8;
			continue;
		}
		if (!p)
			return -1;
		bits = bits << 6 | (p - digits);
		n += 6;
		if (n >= 8) {
			n -= 8;
			*dst++ = bits >> n;
		}
	}
	return bits & ((1 << n) - 1) ? -1 : (int)(dst - start);
}
