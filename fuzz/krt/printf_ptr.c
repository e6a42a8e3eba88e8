// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The %p family: a table from the letters behind the p to a function. What is
 * not in the table prints as plain %p does: a hash of the address, which depends
 * on the seed of the world, so that a string with an address in it differs
 * between two loads.
 */
#include <linux/ioport.h>
#include <linux/uuid.h>
#include <linux/rtc.h>
#include <linux/bitmap.h>
#include <linux/string_helpers.h>

#include "format.h"

static void put_hashed(struct krt_out *o, void *ptr, struct krt_spec spec)
{
	u64 value = (unsigned long)ptr;

	/* NULL and error pointers are no addresses and print as they are. */
	if (!IS_ERR_OR_NULL(ptr)) {
		value = (value ^ krt.seed * 0x9e3779b97f4a7c15ull) * 0xff51afd7ed558ccdull;
		value = (value ^ value >> 33) & 0xffffffff;
	}
	if (spec.width < 0)
		spec.width = 2 * sizeof(void *), spec.zero = 1;
	spec.base = 16;
	spec.lower = 1;
	spec.special = 0;
	krt_put_number(o, value, spec);
}

static void put_raw(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	unsigned long value = (unsigned long)ptr;

	if (spec.width < 0)
		spec.width = 2 * sizeof(void *), spec.zero = 1;
	spec.base = 16;
	spec.lower = 1;
	/* As if the kernel lay elsewhere: by whole pages, at a distance that hangs on the seed. */
	if (!IS_ERR_OR_NULL(ptr))
		value += (krt.seed - KRT_SEED) * 0x200000ul;
	krt_put_number(o, value, spec);
}

static void put_hex_special(struct krt_out *o, u64 value, int bytes)
{
	struct krt_spec spec = {
		.width = 2 + 2 * bytes,
		.precision = -1,
		.base = 16,
		.special = 1,
		.zero = 1,
		.lower = 1,
	};

	krt_put_number(o, value, spec);
}

/* Symbols have no names here; the kernel prints the number then, too. */
static void put_symbol(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	put_hex_special(o, (unsigned long)ptr, sizeof(ptr));
}

static void put_kptr(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	put_hashed(o, ptr, spec);
}

static void put_error(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	const char *name = IS_ERR(ptr) ? krt_errname(-PTR_ERR(ptr)) : NULL;
	char text[24];

	if (!IS_ERR(ptr)) {
		put_hashed(o, ptr, spec);
		return;
	}
	text[0] = '-';
	if (name)
		strncpy(text + 1, name, sizeof(text) - 2), text[sizeof(text) - 1] = '\0';
	else
		snprintf(text, sizeof(text), "%ld", PTR_ERR(ptr));
	krt_put_string(o, text, spec);
}

/* 1 if the pointer cannot be read; a word in its place is printed then. */
static int is_bad(struct krt_out *o, const void *ptr, struct krt_spec spec)
{
	if ((unsigned long)ptr >= PAGE_SIZE && !IS_ERR(ptr))
		return 0;
	spec.precision = -1;
	krt_put_string(o, ptr ? "(efault)" : "(null)", spec);
	return 1;
}

static void put_byte(struct krt_out *o, u8 byte, int upper)
{
	const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";

	krt_put(o, digits[byte >> 4]);
	krt_put(o, digits[byte & 15]);
}

/* %*ph, %*phC, %*phD, %*phN: at most 64 bytes. */
static void put_hexdump(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	char separator = fmt[1] == 'C' ? ':' : fmt[1] == 'D' ? '-' : fmt[1] == 'N' ? 0 : ' ';
	int i, len = spec.width > 0 ? min(spec.width, 64) : 1;

	if (spec.width == 0 || is_bad(o, ptr, spec))
		return;
	for (i = 0; i < len; i++) {
		if (i && separator)
			krt_put(o, separator);
		put_byte(o, ((u8 *)ptr)[i], 0);
	}
}

/* %pM 00:01:.., %pMF with dashes, %pMR the other way round, %pm without anything */
static void put_mac(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	int reversed = fmt[1] == 'R', i;
	char separator = fmt[0] == 'm' ? 0 : fmt[1] == 'F' ? '-' : ':';

	if (is_bad(o, ptr, spec))
		return;
	for (i = 0; i < 6; i++) {
		if (i && separator)
			krt_put(o, separator);
		put_byte(o, ((u8 *)ptr)[reversed ? 5 - i : i], 0);
	}
}

/* %pUb and %pUB: as they stand; %pUl and %pUL: a GUID, the first three fields little endian */
static void put_uuid(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	static const u8 plain[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
	static const u8 guid[] = { 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 };
	const u8 *order = fmt[1] == 'l' || fmt[1] == 'L' ? guid : plain;
	int upper = fmt[1] == 'B' || fmt[1] == 'L', i;

	if (is_bad(o, ptr, spec))
		return;
	for (i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			krt_put(o, '-');
		put_byte(o, ((u8 *)ptr)[order[i]], upper);
	}
}

/* %pI4 1.2.3.4, %pi4 001.002.003.004; h, n, b, l choose the byte order */
static void put_ip4(struct krt_out *o, const char *fmt, const u8 *a, struct krt_spec spec)
{
	int little = fmt[2] == 'h' || fmt[2] == 'l', i;
	struct krt_spec byte = { .base = 10, .precision = -1, .width = -1 };

	if (fmt[0] == 'i')
		byte.width = 3, byte.zero = 1;
	for (i = 0; i < 4; i++) {
		if (i)
			krt_put(o, '.');
		krt_put_number(o, a[little ? 3 - i : i], byte);
	}
}

/* The longest run of zero words, at least two, is what :: stands for. */
static int longest_zeros(const u8 *a, int *len)
{
	int best = -1, i, n;

	*len = 1;
	for (i = 0; i < 8; i++) {
		for (n = 0; i + n < 8 && !a[2 * (i + n)] && !a[2 * (i + n) + 1]; n++)
			;
		if (n > *len)
			best = i, *len = n;
	}
	return best;
}

static void put_ip6_short(struct krt_out *o, const u8 *a)
{
	struct krt_spec word = { .base = 16, .precision = -1, .width = -1, .lower = 1 };
	int len, zeros = longest_zeros(a, &len), colon = 0, i;

	for (i = 0; i < 8; i++) {
		if (i == zeros) {
			krt_put(o, ':');
			krt_put(o, ':');
			i += len - 1;
			colon = 0;
			continue;
		}
		if (colon)
			krt_put(o, ':');
		krt_put_number(o, a[2 * i] << 8 | a[2 * i + 1], word);
		colon = 1;
	}
}

static void put_ip(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	const u8 *a = ptr;
	int i;

	if (is_bad(o, ptr, spec))
		return;
	if (fmt[1] == '4') {
		put_ip4(o, fmt, a, spec);
	} else if (fmt[1] == '6' && fmt[0] == 'I' && fmt[2] == 'c') {
		put_ip6_short(o, a);
	} else if (fmt[1] == '6') {
		for (i = 0; i < 16; i++) {
			if (i && i % 2 == 0 && fmt[0] == 'I')
				krt_put(o, ':');
			put_byte(o, a[i], 0);
		}
	} else {
		put_hashed(o, ptr, spec);
	}
}

/* %pa, %pap: phys_addr_t; %pad: dma_addr_t; by reference */
static void put_address(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	if (is_bad(o, ptr, spec))
		return;
	if (fmt[1] == 'd')
		put_hex_special(o, *(dma_addr_t *)ptr, sizeof(dma_addr_t));
	else
		put_hex_special(o, *(phys_addr_t *)ptr, sizeof(phys_addr_t));
}

static void put_va_format(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	struct va_format *inner = ptr;

	if (!is_bad(o, ptr, spec))
		krt_put_format(o, inner->fmt, *inner->va);
}

static const char *resource_kind(unsigned long flags)
{
	return flags & IORESOURCE_IO	? "io  "
	       : flags & IORESOURCE_MEM ? "mem "
	       : flags & IORESOURCE_IRQ ? "irq "
	       : flags & IORESOURCE_DMA ? "dma "
					: "??? ";
}

/* %pr with raw flags, %pR with words */
static void put_resource(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	const struct resource *r = ptr;
	char text[96];
	int n;

	if (is_bad(o, ptr, spec))
		return;
	n = scnprintf(text, sizeof(text), "[%s%#0*llx", resource_kind(r->flags),
		      r->flags & IORESOURCE_IO	  ? 6
		      : r->flags & IORESOURCE_MEM ? 10
						  : -1,
		      (unsigned long long)r->start);
	if (r->start != r->end)
		n += scnprintf(text + n, sizeof(text) - n, "-%#0*llx",
			       r->flags & IORESOURCE_IO	   ? 6
			       : r->flags & IORESOURCE_MEM ? 10
							   : -1,
			       (unsigned long long)r->end);
	if (fmt[0] == 'r')
		n += scnprintf(text + n, sizeof(text) - n, " flags 0x%lx", r->flags);
	else if (r->flags & IORESOURCE_PREFETCH)
		n += scnprintf(text + n, sizeof(text) - n, " pref");
	n += scnprintf(text + n, sizeof(text) - n, "]");
	krt_put_text(o, text, n, spec);
}

static int bit_at(const unsigned long *bits, int i)
{
	return bits[i / BITS_PER_LONG] >> (i % BITS_PER_LONG) & 1;
}

/* %*pbl: 0-3,7 */
static void put_bit_list(struct krt_out *o, const unsigned long *bits, int n)
{
	struct krt_spec spec = { .base = 10, .precision = -1, .width = -1 };
	int i, last, first = 1;

	for (i = 0; i < n; i = last + 1) {
		last = i;
		if (!bit_at(bits, i))
			continue;
		while (last + 1 < n && bit_at(bits, last + 1))
			last++;
		if (!first)
			krt_put(o, ',');
		first = 0;
		krt_put_number(o, i, spec);
		if (last == i)
			continue;
		krt_put(o, '-');
		krt_put_number(o, last, spec);
	}
}

/* %*pb: words of 32 bits, the first one only as wide as needed */
static void put_bits(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	int n = max(spec.width, 0), word, i;
	u32 value;

	if (is_bad(o, ptr, spec))
		return;
	if (fmt[1] == 'l') {
		put_bit_list(o, ptr, n);
		return;
	}
	for (word = (n + 31) / 32 - 1; word >= 0; word--) {
		int wide = min(n - 32 * word, 32);
		struct krt_spec hex = {
			.base = 16,
			.precision = -1,
			.width = (wide + 3) / 4,
			.zero = 1,
			.lower = 1,
		};

		for (value = 0, i = wide - 1; i >= 0; i--)
			value = value << 1 | bit_at(ptr, 32 * word + i);
		krt_put_number(o, value, hex);
		if (word)
			krt_put(o, ',');
	}
}

static unsigned escape_flags(const char *letter, int *len)
{
	unsigned flags = 0;

	for (*len = 0;; (*len)++) {
		switch (letter[*len]) {
		case 'a':
			flags |= ESCAPE_ANY;
			break;
		case 'c':
			flags |= ESCAPE_SPECIAL;
			break;
		case 'h':
			flags |= ESCAPE_HEX;
			break;
		case 'n':
			flags |= ESCAPE_NULL;
			break;
		case 'o':
			flags |= ESCAPE_OCTAL;
			break;
		case 'p':
			flags |= ESCAPE_NP;
			break;
		case 's':
			flags |= ESCAPE_SPACE;
			break;
		default:
			return flags ? flags : ESCAPE_ANY_NP;
		}
	}
}

/* %*pE: as many bytes as the width says, escaped */
static void put_escaped(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	char *at = o->n < o->size ? o->buf + o->n : NULL;
	int len, bytes = spec.width < 0 ? 1 : spec.width;
	unsigned flags = escape_flags(fmt + 1, &len);

	if (bytes == 0 || is_bad(o, ptr, spec))
		return;
	o->n += string_escape_mem(ptr, bytes, at, at ? o->size - o->n : 0, flags, NULL);
}

/* %ptR, %ptRd, %ptRt and with r: a struct rtc_time */
static void put_time(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	const struct rtc_time *tm = ptr;
	char part = fmt[2] ? fmt[2] : 0, text[40];
	int n = 0;

	if (fmt[1] != 'R') {
		put_hashed(o, ptr, spec);
		return;
	}
	if (is_bad(o, ptr, spec))
		return;
	if (part != 't')
		n += scnprintf(text + n, sizeof(text) - n, "%04d-%02d-%02d", tm->tm_year + 1900,
			       tm->tm_mon + 1, tm->tm_mday);
	if (part != 't' && part != 'd')
		text[n++] = 'T';
	if (part != 'd')
		n += scnprintf(text + n, sizeof(text) - n, "%02d:%02d:%02d", tm->tm_hour,
			       tm->tm_min, tm->tm_sec);
	krt_put_text(o, text, n, spec);
}

static void put_hashed_node(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	if (!is_bad(o, ptr, spec))
		put_hashed(o, ptr, spec);
}

static const struct pointer_kind {
	const char *letters;
	void (*put)(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec);
} pointer_kinds[] = {
	{ "x", put_raw },	{ "K", put_kptr },	{ "SsBFf", put_symbol },
	{ "e", put_error },	{ "h", put_hexdump },	{ "Mm", put_mac },
	{ "U", put_uuid },	{ "Ii", put_ip },	{ "a", put_address },
	{ "V", put_va_format }, { "rR", put_resource }, { "b", put_bits },
	{ "E", put_escaped },	{ "t", put_time },	{ "OdDgCN", put_hashed_node },
};

const char *krt_put_pointer(struct krt_out *o, const char *fmt, void *ptr, struct krt_spec spec)
{
	unsigned i;

	for (i = 0; i < ARRAY_SIZE(pointer_kinds) && *fmt; i++) {
		if (strchr(pointer_kinds[i].letters, *fmt)) {
			pointer_kinds[i].put(o, fmt, ptr, spec);
			break;
		}
	}
	if (i == ARRAY_SIZE(pointer_kinds) || !*fmt)
		put_hashed(o, ptr, spec);
	while (isalnum(*fmt))
		fmt++;
	return fmt;
}
