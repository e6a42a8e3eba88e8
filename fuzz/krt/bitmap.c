// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Bit maps. The real headers inline the small cases and call __bitmap_*() and
 * _find_*(); with the bundled ones everything is a function.
 */
#include <linux/bitmap.h>

#include "internal.h"

static bool get(const unsigned long *map, unsigned long i)
{
	return map[i / BITS_PER_LONG] >> (i % BITS_PER_LONG) & 1;
}

static void set(unsigned long *map, unsigned long i, bool value)
{
	unsigned long mask = 1ul << (i % BITS_PER_LONG);

	if (value)
		map[i / BITS_PER_LONG] |= mask;
	else
		map[i / BITS_PER_LONG] &= ~mask;
}

/* The first bit from `at` on that is `value`; `size` if there is none. */
static unsigned long next(const unsigned long *map, unsigned long size, unsigned long at,
			  bool value)
{
	while (at < size && get(map, at) != value)
		at++;
	return min(at, size);
}

static unsigned long last(const unsigned long *map, unsigned long size)
{
	unsigned long i = size;

	while (i && !get(map, i - 1))
		i--;
	return i ? i - 1 : size;
}

static void fill(unsigned long *map, unsigned int start, int len, bool value)
{
	while (len-- > 0)
		set(map, start++, value);
}

static unsigned int weight(const unsigned long *map, unsigned int bits)
{
	unsigned int i, n = 0;

	for (i = 0; i < bits; i++)
		n += get(map, i);
	return n;
}

static unsigned long zero_area(const unsigned long *map, unsigned long size, unsigned long start,
			       unsigned int nr, unsigned long align_mask)
{
	unsigned long i;

	for (;;) {
		start = (next(map, size, start, 0) + align_mask) & ~align_mask;
		if (start + nr > size)
			return size + 1;
		i = next(map, start + nr, start, 1);
		if (i == start + nr)
			return start;
		start = i + 1;
	}
}

#ifdef KRT_BUNDLED
#define NAME(name) name
unsigned long find_first_bit(const unsigned long *map, unsigned long size)
{
	return next(map, size, 0, 1);
}

unsigned long find_first_zero_bit(const unsigned long *map, unsigned long size)
{
	return next(map, size, 0, 0);
}

unsigned long find_last_bit(const unsigned long *map, unsigned long size)
{
	return last(map, size);
}

unsigned long find_next_bit(const unsigned long *map, unsigned long size, unsigned long at)
{
	return next(map, size, at, 1);
}

unsigned long find_next_zero_bit(const unsigned long *map, unsigned long size, unsigned long at)
{
	return next(map, size, at, 0);
}

unsigned long find_next_and_bit(const unsigned long *a, const unsigned long *b, unsigned long size,
				unsigned long at)
{
	while (at < size && !(get(a, at) && get(b, at)))
		at++;
	return min(at, size);
}

void bitmap_zero(unsigned long *map, unsigned int bits)
{
	memset(map, 0, BITS_TO_LONGS(bits) * sizeof(long));
}

void bitmap_fill(unsigned long *map, unsigned int bits)
{
	memset(map, 0xff, BITS_TO_LONGS(bits) * sizeof(long));
}

void bitmap_copy(unsigned long *dst, const unsigned long *src, unsigned int bits)
{
	memcpy(dst, src, BITS_TO_LONGS(bits) * sizeof(long));
}

bool bitmap_empty(const unsigned long *map, unsigned int bits)
{
	return next(map, bits, 0, 1) == bits;
}

bool bitmap_full(const unsigned long *map, unsigned int bits)
{
	return next(map, bits, 0, 0) == bits;
}

unsigned int bitmap_weight(const unsigned long *map, unsigned int bits)
{
	return weight(map, bits);
}

void bitmap_set(unsigned long *map, unsigned int start, unsigned int len)
{
	fill(map, start, len, 1);
}

void bitmap_clear(unsigned long *map, unsigned int start, unsigned int len)
{
	fill(map, start, len, 0);
}

unsigned long bitmap_find_next_zero_area(unsigned long *map, unsigned long size,
					 unsigned long start, unsigned int nr,
					 unsigned long align_mask)
{
	return zero_area(map, size, start, nr, align_mask);
}

unsigned long *devm_bitmap_zalloc(struct device *dev, unsigned int bits, gfp_t flags)
{
	return devm_kcalloc(dev, BITS_TO_LONGS(bits), sizeof(long), flags);
}

unsigned long *devm_bitmap_alloc(struct device *dev, unsigned int bits, gfp_t flags)
{
	return devm_kmalloc_array(dev, BITS_TO_LONGS(bits), sizeof(long), flags);
}
#else
#define NAME(name) __##name
unsigned long _find_first_bit(const unsigned long *map, unsigned long size)
{
	return next(map, size, 0, 1);
}

unsigned long _find_first_zero_bit(const unsigned long *map, unsigned long size)
{
	return next(map, size, 0, 0);
}

unsigned long _find_last_bit(const unsigned long *map, unsigned long size)
{
	return last(map, size);
}

#if KRT_SINCE(6, 1)
unsigned long _find_next_bit(const unsigned long *map, unsigned long size, unsigned long at)
{
	return next(map, size, at, 1);
}

unsigned long _find_next_zero_bit(const unsigned long *map, unsigned long size, unsigned long at)
{
	return next(map, size, at, 0);
}
#endif

unsigned int __bitmap_weight(const unsigned long *map, unsigned int bits)
{
	return weight(map, bits);
}

void __bitmap_set(unsigned long *map, unsigned int start, int len)
{
	fill(map, start, len, 1);
}

void __bitmap_clear(unsigned long *map, unsigned int start, int len)
{
	fill(map, start, len, 0);
}

unsigned long bitmap_find_next_zero_area_off(unsigned long *map, unsigned long size,
					     unsigned long start, unsigned int nr,
					     unsigned long align_mask, unsigned long align_offset)
{
	return zero_area(map, size, start, nr, align_mask);
}
#endif

/* Bit by bit: maps of drivers are short. */
#define COMBINE(name, result, expression)                                                          \
	result NAME(name)(unsigned long *dst, const unsigned long *a, const unsigned long *b,      \
			  unsigned int bits)                                                       \
	{                                                                                          \
		unsigned long any = 0;                                                             \
		unsigned int i;                                                                    \
                                                                                                   \
		for (i = 0; i < bits; i++) {                                                       \
			bool x = get(a, i), y = get(b, i), z = expression;                         \
                                                                                                   \
			set(dst, i, z);                                                            \
			any |= z;                                                                  \
		}                                                                                  \
		return (result)any;                                                                \
	}
COMBINE(bitmap_and, bool, x &&y)
COMBINE(bitmap_andnot, bool, x && !y)
#define COMBINE_VOID(name, expression)                                                             \
	void NAME(name)(unsigned long *dst, const unsigned long *a, const unsigned long *b,        \
			unsigned int bits)                                                         \
	{                                                                                          \
		unsigned int i;                                                                    \
                                                                                                   \
		for (i = 0; i < bits; i++) {                                                       \
			bool x = get(a, i), y = get(b, i);                                         \
                                                                                                   \
			set(dst, i, expression);                                                   \
		}                                                                                  \
	}
COMBINE_VOID(bitmap_or, x || y)
COMBINE_VOID(bitmap_xor, x != y)

void NAME(bitmap_complement)(unsigned long *dst, const unsigned long *src, unsigned int bits)
{
	unsigned int i;

	for (i = 0; i < bits; i++)
		set(dst, i, !get(src, i));
}

bool NAME(bitmap_equal)(const unsigned long *a, const unsigned long *b, unsigned int bits)
{
	unsigned int i = 0;

	while (i < bits && get(a, i) == get(b, i))
		i++;
	return i == bits;
}

bool NAME(bitmap_intersects)(const unsigned long *a, const unsigned long *b, unsigned int bits)
{
	unsigned int i = 0;

	while (i < bits && !(get(a, i) && get(b, i)))
		i++;
	return i < bits;
}

bool NAME(bitmap_subset)(const unsigned long *a, const unsigned long *b, unsigned int bits)
{
	unsigned int i = 0;

	while (i < bits && (!get(a, i) || get(b, i)))
		i++;
	return i == bits;
}

unsigned long *bitmap_alloc(unsigned int bits, gfp_t flags)
{
	return krt_alloc(BITS_TO_LONGS(bits) * sizeof(long), flags, KRT_PC);
}

unsigned long *bitmap_zalloc(unsigned int bits, gfp_t flags)
{
	return krt_alloc(BITS_TO_LONGS(bits) * sizeof(long), flags | __GFP_ZERO, KRT_PC);
}

void bitmap_free(const unsigned long *map)
{
	krt_free(map, KRT_PC);
}

/* --- text ------------------------------------------------------------------------------ */

/* "0-3,7"; anything else, and a bit past the end, is refused. */
int bitmap_parselist(const char *buf, unsigned long *map, int bits)
{
	memset(map, 0, BITS_TO_LONGS(bits) * sizeof(long));
	for (;;) {
		char *end;
		unsigned long low, high;

		buf = skip_spaces(buf);
		if (!*buf)
			return 0;
		low = high = simple_strtoul(buf, &end, 10);
		if (end == buf)
			return -EINVAL;
		if (*end == '-') {
			buf = end + 1;
			high = simple_strtoul(buf, &end, 10);
			if (end == buf || high < low)
				return -EINVAL;
		}
		if (high >= (unsigned long)bits)
			return -ERANGE;
		fill(map, low, high - low + 1, 1);
		buf = skip_spaces(end);
		if (*buf == ',')
			buf++;
		else if (*buf)
			return -EINVAL;
	}
}

/* Groups of eight hex digits, the highest first, with commas. */
int bitmap_parse(const char *buf, unsigned int len, unsigned long *map, int bits)
{
	memset(map, 0, BITS_TO_LONGS(bits) * sizeof(long));
	for (; len && *buf && *buf != '\n'; buf++, len--) {
		int digit = hex_to_bin(*buf), i;

		if (*buf == ',')
			continue;
		if (digit < 0)
			return -EINVAL;
		for (i = bits - 4; i < bits; i++)
			if (i >= 0 && get(map, i))
				return -EOVERFLOW;
		for (i = bits - 1; i >= 4; i--)
			set(map, i, get(map, i - 4));
		for (i = 0; i < 4 && i < bits; i++)
			set(map, i, digit >> i & 1);
	}
	return 0;
}

int bitmap_print_to_pagebuf(bool list, char *buf, const unsigned long *map, int bits)
{
	ptrdiff_t room = PAGE_SIZE - ((unsigned long)buf & (PAGE_SIZE - 1));

	return list ? scnprintf(buf, room, "%*pbl\n", bits, map)
		    : scnprintf(buf, room, "%*pb\n", bits, map);
}
