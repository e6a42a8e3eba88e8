// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Sorting, searching, checksums, BCD, patterns. */
#include <linux/bcd.h>
#include <linux/bitrev.h>
#include <linux/bsearch.h>
#include <linux/crc-ccitt.h>
#include <linux/crc16.h>
#include <linux/crc32.h>
#include <linux/crc8.h>
#include <linux/glob.h>
#include <linux/list_sort.h>
#include <linux/sort.h>
#include <linux/uuid.h>

#include "internal.h"

static void swap_bytes(char *a, char *b, size_t size)
{
	while (size--) {
		char c = *a;

		*a++ = *b;
		*b++ = c;
	}
}

/* Insertion sort: tables of drivers are small. */
void sort_r(void *base, size_t num, size_t size, cmp_r_func_t cmp, swap_r_func_t swap_fn,
	    const void *priv)
{
	char *a = base;
	size_t i, j;

	for (i = 1; i < num; i++) {
		for (j = i; j && cmp(a + (j - 1) * size, a + j * size, priv) > 0; j--) {
			if (swap_fn)
				swap_fn(a + (j - 1) * size, a + j * size, size, priv);
			else
				swap_bytes(a + (j - 1) * size, a + j * size, size);
		}
	}
}

struct plain_sort {
	cmp_func_t cmp;
	swap_func_t swap_fn;
};

static int plain_cmp(const void *a, const void *b, const void *priv)
{
	return ((const struct plain_sort *)priv)->cmp(a, b);
}

static void plain_swap(void *a, void *b, int size, const void *priv)
{
	((const struct plain_sort *)priv)->swap_fn(a, b, size);
}

void sort(void *base, size_t num, size_t size, cmp_func_t cmp, swap_func_t swap_fn)
{
	struct plain_sort plain = { cmp, swap_fn };

	sort_r(base, num, size, plain_cmp, swap_fn ? plain_swap : NULL, &plain);
}

/* Stable, as the kernel's. */
void list_sort(void *priv, struct list_head *head, list_cmp_func_t cmp)
{
	LIST_HEAD(sorted);

	while (!list_empty(head)) {
		struct list_head *item = head->next, *at = sorted.prev;

		while (at != &sorted && cmp(priv, at, item) > 0)
			at = at->prev;
		list_move(item, at);
	}
	list_splice(&sorted, head);
}

void *krt_bsearch(const void *key, const void *base, size_t num, size_t size, cmp_func_t cmp)
	KRT_SYMBOL(bsearch);
void *krt_bsearch(const void *key, const void *base, size_t num, size_t size, cmp_func_t cmp)
{
	size_t low = 0, high = num;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *at = (const char *)base + middle * size;
		int order = cmp(key, at);

		if (!order)
			return (void *)at;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

/* --- checksums ------------------------------------------------------------------------ */

static u32 crc_low_first(u32 crc, const u8 *p, size_t len, u32 polynomial)
{
	int i;

	while (len--)
		for (crc ^= *p++, i = 0; i < 8; i++)
			crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
	return crc;
}

u32 crc32_le(u32 crc, unsigned char const *p, size_t len)
{
	return crc_low_first(crc, p, len, 0xedb88320);
}

u32 __crc32c_le(u32 crc, unsigned char const *p, size_t len)
{
	return crc_low_first(crc, p, len, 0x82f63b78);
}

u32 crc32_be(u32 crc, unsigned char const *p, size_t len)
{
	int i;

	while (len--)
		for (crc ^= (u32)*p++ << 24, i = 0; i < 8; i++)
			crc = crc << 1 ^ (crc & 0x80000000 ? 0x04c11db7 : 0);
	return crc;
}

u16 crc16(u16 crc, const u8 *p, size_t len)
{
	return crc_low_first(crc, p, len, 0xa001);
}

u16 crc_ccitt(u16 crc, const u8 *p, size_t len)
{
	return crc_low_first(crc, p, len, 0x8408);
}

void crc8_populate_msb(u8 table[CRC8_TABLE_SIZE], u8 polynomial)
{
	int i, bit;

	for (i = 0; i < CRC8_TABLE_SIZE; i++) {
		u8 crc = i;

		for (bit = 0; bit < 8; bit++)
			crc = crc << 1 ^ (crc & 0x80 ? polynomial : 0);
		table[i] = crc;
	}
}

u8 crc8(const u8 table[CRC8_TABLE_SIZE], const u8 *p, size_t len, u8 crc)
{
	while (len--)
		crc = table[crc ^ *p++];
	return crc;
}

#ifdef KRT_BUNDLED
u8 bitrev8(u8 byte)
{
	return bitrev32(byte) >> 24;
}

u16 bitrev16(u16 x)
{
	return bitrev32(x) >> 16;
}

u32 bitrev32(u32 x)
{
	u32 result = 0;
	int i;

	for (i = 0; i < 32; i++, x >>= 1)
		result = result << 1 | (x & 1);
	return result;
}

unsigned int bcd2bin(unsigned char val)
{
	return (val & 15) + 10 * (val >> 4);
}

unsigned char bin2bcd(unsigned int val)
{
	return val / 10 << 4 | val % 10;
}

int bcd_is_valid(unsigned char val)
{
	return (val & 15) < 10 && val >> 4 < 10;
}
#endif

/* --- patterns: * ? [set] [!set] and \ ---------------------------------------------------- */

/* Behind the set that begins at `pat` (behind its bracket); NULL: no set. */
static const char *match_set(const char *pat, unsigned char c, bool *matched)
{
	bool negated = *pat == '!';
	const char *start = pat + negated;

	*matched = false;
	for (pat = start; *pat && (*pat != ']' || pat == start); pat++) {
		unsigned char low = *pat, high = low;

		if (pat[1] == '-' && pat[2] && pat[2] != ']') {
			high = pat[2];
			pat += 2;
		}
		if (c >= low && c <= high)
			*matched = true;
	}
	if (!*pat)
		return NULL;
	*matched ^= negated;
	return pat + 1;
}

bool glob_match(char const *pat, char const *str)
{
	const char *back_pat = NULL, *back_str = NULL;

	for (;;) {
		bool matched = false;
		const char *next = pat + 1, *set;

		if (*pat == '*') {
			back_pat = ++pat;
			back_str = str;
			continue;
		}
		if (!*str && !*pat)
			return true;
		if (*pat == '?') {
			matched = *str;
		} else if (*pat == '[' && (set = match_set(pat + 1, *str, &matched))) {
			next = set;
			matched = matched && *str;
		} else {
			if (*pat == '\\' && pat[1])
				next = ++pat + 1;
			matched = *pat && *pat == *str;
		}
		if (matched) {
			pat = next;
			str++;
			continue;
		}
		if (!back_pat || !*back_str)
			return false;
		pat = back_pat;
		str = ++back_str;
	}
}

/* --- UUIDs ----------------------------------------------------------------------------------- */

const guid_t guid_null;
const uuid_t uuid_null;

bool uuid_is_valid(const char *uuid)
{
	int i;

	for (i = 0; i < UUID_STRING_LEN; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;

		if (dash ? uuid[i] != '-' : !isxdigit(uuid[i]))
			return false;
	}
	return true;
}

/* Positions of the bytes' digits in the text, and the bytes' places in a GUID. */
static const u8 digit_at[16] = { 0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34 };
static const u8 guid_place[16] = { 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 };

static int parse(const char *uuid, u8 *bytes, const u8 *place)
{
	int i;

	if (!uuid_is_valid(uuid))
		return -EINVAL;
	for (i = 0; i < 16; i++)
		bytes[place ? place[i] : i] =
			hex_to_bin(uuid[digit_at[i]]) << 4 | hex_to_bin(uuid[digit_at[i] + 1]);
	return 0;
}

int guid_parse(const char *uuid, guid_t *u)
{
	return parse(uuid, u->b, guid_place);
}

int uuid_parse(const char *uuid, uuid_t *u)
{
	return parse(uuid, u->b, NULL);
}

#ifdef KRT_BUNDLED
bool guid_equal(const guid_t *a, const guid_t *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

bool uuid_equal(const uuid_t *a, const uuid_t *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

bool guid_is_null(const guid_t *guid)
{
	return guid_equal(guid, &guid_null);
}

bool uuid_is_null(const uuid_t *uuid)
{
	return uuid_equal(uuid, &uuid_null);
}

void guid_copy(guid_t *dst, const guid_t *src)
{
	*dst = *src;
}

void uuid_copy(uuid_t *dst, const uuid_t *src)
{
	*dst = *src;
}

void import_guid(guid_t *dst, const __u8 *src)
{
	memcpy(dst, src, sizeof(*dst));
}

void export_guid(__u8 *dst, const guid_t *src)
{
	memcpy(dst, src, sizeof(*src));
}

int uuid_le_cmp(const guid_t a, const guid_t b)
{
	return memcmp(&a, &b, sizeof(a));
}
#endif
