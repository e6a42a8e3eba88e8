// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Escaping and unescaping, sizes for humans, arrays of strings and numbers. */
#include <linux/string_helpers.h>

#include "internal.h"

/* --- escaping ---------------------------------------------------------------------- */

/* Where escaped text goes; bytes past the end are counted only. */
struct escape_out {
	char *at, *end;
	size_t n;
};

static void put(struct escape_out *o, char c)
{
	if (o->at < o->end)
		*o->at++ = c;
	o->n++;
}

static void put2(struct escape_out *o, char c)
{
	put(o, '\\');
	put(o, c);
}

/* The letter of an escape like \n, or 0. */
static char letter_of(unsigned char c, const char *bytes, const char *letters)
{
	const char *p = c ? strchr(bytes, c) : NULL;

	return p ? letters[p - bytes] : 0;
}

static void put_octal(struct escape_out *o, unsigned char c)
{
	put2(o, '0' + (c >> 6));
	put(o, '0' + (c >> 3 & 7));
	put(o, '0' + (c & 7));
}

static void put_hex(struct escape_out *o, unsigned char c)
{
	put2(o, 'x');
	put(o, hex_asc[c >> 4]);
	put(o, hex_asc[c & 15]);
}

static int is_spared(unsigned char c, unsigned int flags, const char *only)
{
	bool in_only = only && *only && c && strchr(only, c);

	/* ESCAPE_APPEND: the listed ones are escaped in addition, not exclusively. */
	if (only && *only && !in_only && !(flags & ESCAPE_APPEND))
		return 1;
	if (flags & ESCAPE_APPEND && in_only)
		return 0;
	if (isascii(c) && isprint(c) && flags & ESCAPE_NAP)
		return 1;
	if (isprint(c) && flags & ESCAPE_NP)
		return 1;
	return isascii(c) && flags & ESCAPE_NA;
}

static void escape_byte(struct escape_out *o, unsigned char c, unsigned int flags)
{
	char letter;

	letter = letter_of(c, "\n\r\t\v\f", "nrtvf");
	if (flags & ESCAPE_SPACE && letter) {
		put2(o, letter);
		return;
	}
	letter = letter_of(c, "\\\a\033\"", "\\ae\"");
	if (flags & ESCAPE_SPECIAL && letter)
		put2(o, letter);
	else if (flags & ESCAPE_NULL && !c)
		put2(o, '0');
	else if (flags & ESCAPE_OCTAL)
		put_octal(o, c);
	else if (flags & ESCAPE_HEX)
		put_hex(o, c);
	else
		put(o, c);
}

int string_escape_mem(const char *src, size_t isz, char *dst, size_t osz, unsigned int flags,
		      const char *only)
{
	struct escape_out o = { .at = dst, .end = dst + osz };

	for (; isz--; src++) {
		if (is_spared(*src, flags, only))
			put(&o, *src);
		else
			escape_byte(&o, *src, flags);
	}
	return o.n;
}

#ifdef KRT_BUNDLED
int string_escape_mem_any_np(const char *src, size_t isz, char *dst, size_t osz, const char *only)
{
	return string_escape_mem(src, isz, dst, osz, ESCAPE_ANY_NP, only);
}

int string_escape_str(const char *src, char *dst, size_t sz, unsigned int flags, const char *only)
{
	return string_escape_mem(src, strlen(src), dst, sz, flags, only);
}
#endif

/* Digits of a base at *s, at most `max`; 0 if there is none. */
static int digits_at(const char *s, int base, int max, unsigned char *value)
{
	int n = 0, digit;

	for (*value = 0; n < max; n++) {
		digit = hex_to_bin(s[n]);
		if (digit < 0 || digit >= base)
			break;
		*value = *value * base + digit;
	}
	return n;
}

/* How many bytes of the escape at `s` (behind the backslash) became *c; 0: none. */
static int unescape_one(const char *s, unsigned int flags, unsigned char *c)
{
	int n;

	*c = letter_of(*s, "nrtvf", "\n\r\t\v\f");
	if (flags & UNESCAPE_SPACE && *c)
		return 1;
	*c = letter_of(*s, "\"\\ae", "\"\\\a\033");
	if (flags & UNESCAPE_SPECIAL && *c)
		return 1;
	if (flags & UNESCAPE_OCTAL) {
		n = digits_at(s, 8, 3, c);
		if (n)
			return n;
	}
	if (flags & UNESCAPE_HEX && *s == 'x') {
		n = digits_at(s + 1, 16, 2, c);
		if (n)
			return n + 1;
	}
	return 0;
}

int string_unescape(char *src, char *dst, size_t size, unsigned int flags)
{
	char *out = dst;

	if (!size)
		size = SIZE_MAX;
	while (*src && --size) {
		unsigned char c;
		int n = src[0] == '\\' && src[1] && size > 1 ? unescape_one(src + 1, flags, &c) : 0;

		if (n) {
			*out++ = c;
			src += n + 1;
		} else {
			*out++ = *src++;
		}
	}
	*out = '\0';
	return out - dst;
}

#ifdef KRT_BUNDLED
int string_unescape_inplace(char *buf, unsigned int flags)
{
	return string_unescape(buf, buf, 0, flags);
}

int string_unescape_any(char *src, char *dst, size_t size)
{
	return string_unescape(src, dst, size, UNESCAPE_ANY);
}

int string_unescape_any_inplace(char *buf)
{
	return string_unescape(buf, buf, 0, UNESCAPE_ANY);
}
#endif

char *kstrdup_quotable(const char *src, gfp_t gfp)
{
	const unsigned int flags = ESCAPE_HEX;
	size_t len, room;
	char *dst;

	if (!src)
		return NULL;
	len = strlen(src);
	room = string_escape_mem(src, len, NULL, 0, flags, "\f\n\r\t\v\a\e\\\"") + 1;
	dst = krt_alloc(room, gfp, KRT_PC);
	if (!dst)
		return NULL;
	dst[string_escape_mem(src, len, dst, room, flags, "\f\n\r\t\v\a\e\\\"")] = '\0';
	return dst;
}

/* --- sizes ---------------------------------------------------------------------------- */

/* Three digits that count: 1.23, 12.3, 123, with the unit that makes it so. */
static int print_size(u64 size, u64 blk_size, enum string_size_units units, char *buf, int len)
{
	static const char *const suffix10[] = { "", "k", "M", "G", "T", "P", "E", "Z", "Y" };
	static const char *const suffix2[] = { "", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi" };
	int binary = (units & 1) == STRING_UNITS_2, i = 0, places;
	unsigned int step = binary ? 1024 : 1000;
	unsigned __int128 bytes = (unsigned __int128)size * blk_size, unit = 1;
	unsigned int whole, milli;
	char tail[8] = "";

	while (bytes / unit >= step && i < 8) {
		unit *= step;
		i++;
	}
	whole = bytes / unit;
	places = whole >= 100 || !i ? 0 : whole >= 10 ? 1 : 2;
	milli = (bytes % unit) * 1000 / unit;
	if (places == 1)
		milli = (milli + 50) / 100, whole += milli / 10, milli %= 10;
	else if (places == 2)
		milli = (milli + 5) / 10, whole += milli / 100, milli %= 100;
	else
		whole += milli >= 500;
	if (places)
		snprintf(tail, sizeof(tail), ".%0*u", places, milli);
	return snprintf(buf, len, "%u%s %sB", whole, tail, binary ? suffix2[i] : suffix10[i]);
}

#if KRT_SINCE(6, 6)
int string_get_size(u64 size, u64 blk_size, const enum string_size_units units, char *buf, int len)
{
	return print_size(size, blk_size, units, buf, len);
}
#else
void string_get_size(u64 size, u64 blk_size, const enum string_size_units units, char *buf, int len)
{
	print_size(size, blk_size, units, buf, len);
}
#endif

/* --- arrays ---------------------------------------------------------------------------- */

char **kasprintf_strarray(gfp_t gfp, const char *prefix, size_t n)
{
	char **names = krt_alloc((n + 1) * sizeof(*names), gfp | __GFP_ZERO, KRT_PC);
	size_t i;

	for (i = 0; names && i < n; i++) {
		names[i] = kasprintf(gfp, "%s-%zu", prefix, i);
		if (!names[i]) {
			kfree_strarray(names, i);
			return NULL;
		}
	}
	return names;
}

void kfree_strarray(char **array, size_t n)
{
	size_t i;

	for (i = 0; array && i < n; i++)
		kfree(array[i]);
	kfree(array);
}
