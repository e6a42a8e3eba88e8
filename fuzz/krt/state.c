// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The driver's state: its variables (what the linker put between the objects
 * bounds_begin and bounds_end), its live heap blocks, and the driver data of each
 * device. A hash to see that something changed, and a copy to see what.
 */
#include "internal.h"

/* Defined by bounds_begin.c and bounds_end.c; absent when those are not linked. */
extern char krt_data_begin[] __attribute__((weak));
extern char krt_data_end[] __attribute__((weak));
extern char krt_bss_begin[] __attribute__((weak));
extern char krt_bss_end[] __attribute__((weak));

struct span {
	char *start;
	unsigned long size;
};

static struct span data_range(void)
{
	return (struct span){ krt_data_begin, krt_data_end - krt_data_begin };
}

static struct span bss_range(void)
{
	return (struct span){ krt_bss_begin, krt_bss_end - krt_bss_begin };
}

/* Words of the driver's sections hold red zones that must not be read under ASan. */
#define RAW __attribute__((no_sanitize("address")))

RAW static inline u64 whole_word(const char *p)
{
	u64 word;

	__builtin_memcpy(&word, p, sizeof(word));
	return word;
}

RAW static u64 word_at(const char *p, unsigned long left)
{
	u64 word = 0;
	unsigned i;

	if (left >= 8)
		return whole_word(p);
	for (i = 0; i < left; i++)
		word |= (u64)(u8)p[i] << (8 * i);
	return word;
}

#define MIX 0x9fb21c651e98df25ull

/* Four lanes, as a multiplication takes longer than it keeps the processor busy. */
RAW static u64 hash_range(u64 hash, const char *p, unsigned long size)
{
	u64 lane[4] = { hash, 1, 2, 3 };
	unsigned long i = 0;
	int n;

	for (; i + 32 <= size; i += 32) {
		for (n = 0; n < 4; n++) {
			lane[n] = (lane[n] ^ whole_word(p + i + 8 * n)) * MIX;
			lane[n] ^= lane[n] >> 28;
		}
	}
	for (; i < size; i += 8)
		lane[0] = (lane[0] ^ word_at(p + i, size - i)) * MIX;
	for (n = 1; n < 4; n++)
		lane[0] = ((lane[0] ^ lane[0] >> 29) ^ lane[n]) * MIX;
	return lane[0] ^ lane[0] >> 32;
}

unsigned long long krt_state_hash(void)
{
	struct span data = data_range(), bss = bss_range();
	struct krt_mem *m;
	struct device *dev;
	u64 hash = 1;
	unsigned i;

	hash = hash_range(hash, data.start, data.size);
	hash = hash_range(hash, bss.start, bss.size);
	for (m = krt.oldest; m; m = m->next)
		hash = hash_range(hash ^ m->pub.size, m->pub.start, m->pub.size);
	krt_vec_for(&krt.devices, i, dev) hash =
		hash_range(hash, (char *)&dev->driver_data, sizeof(dev->driver_data));
	return hash;
}

unsigned long krt_state_size(void)
{
	return data_range().size + bss_range().size + krt.live_bytes;
}

/* --- a copy ------------------------------------------------------------------------------- */

RAW static void copy_raw(unsigned char *to, const char *from, unsigned long size)
{
	unsigned long i = 0;

	for (; i + 8 <= size; i += 8)
		*(volatile u64 *)(to + i) = whole_word(from + i);
	for (; i < size; i++)
		((volatile unsigned char *)to)[i] = from[i];
}

/* How many bytes from `i` on are the same, in steps of words. */
RAW static unsigned long skip_same(const char *now, const unsigned char *before, unsigned long i,
				   unsigned long size)
{
	while (i + 8 <= size && whole_word(now + i) == whole_word((const char *)before + i))
		i += 8;
	return i;
}

RAW static void put_raw(char *to, const unsigned char *from, unsigned long size)
{
	unsigned long i;

	for (i = 0; i < size; i++)
		if (to[i] != (char)from[i])
			((volatile char *)to)[i] = from[i];
}

/* A module that is loaded again finds its variables as the linker made them. */
void krt_image_reset(void)
{
	struct span data = data_range(), bss = bss_range();

	if (!krt.image) {
		krt.image = krt_own_alloc(data.size + bss.size);
		copy_raw(krt.image, data.start, data.size);
		copy_raw(krt.image + data.size, bss.start, bss.size);
		return;
	}
	put_raw(data.start, krt.image, data.size);
	put_raw(bss.start, krt.image + data.size, bss.size);
}

void krt_state_save(void)
{
	struct span data = data_range(), bss = bss_range();
	struct krt_mem *m;

	if (!krt.saved)
		krt.saved = krt_own_alloc(data.size + bss.size);
	copy_raw(krt.saved, data.start, data.size);
	copy_raw(krt.saved + data.size, bss.start, bss.size);
	for (m = krt.oldest; m; m = m->next) {
		if (!m->saved)
			m->saved = krt_own_alloc(m->pub.size);
		copy_raw(m->saved, m->pub.start, m->pub.size);
	}
	krt.saved_seq = krt.alloc_seq;
}

/* What differs at `offset`: the widest aligned word that does. */
static void fill_change(struct krt_change *change, const char *now, const unsigned char *before,
			unsigned long offset, unsigned long size, const struct krt_block *block)
{
	unsigned long at = offset & ~3ul;
	unsigned width = size - at >= 8 && !(at & 7) ? 8 : size - at >= 4 ? 4 : size - at;
	u64 mask = width < 8 ? (1ull << 8 * width) - 1 : ~0ull, up;

	*change = (struct krt_change){
		.address = now + at,
		.size = width,
		.before = word_at((const char *)before + at, width) & mask,
		.after = word_at(now + at, width) & mask,
		.block = block,
	};
	up = (change->after - change->before) & mask;
	change->counter = up >= 1 && up <= 16;
	/* Two counters of 32 bits may stand in one word of 64. */
	if (width == 8 && !change->counter) {
		u32 low = (u32)change->after - (u32)change->before;
		u32 high = (change->after >> 32) - (change->before >> 32);

		change->counter = low <= 16 && high <= 16 && low + high;
	}
}

/* Looks from *cursor (an offset counted over all ranges) on; `base` is this range's. */
static int search(unsigned long *cursor, unsigned long base, const char *now,
		  const unsigned char *before, unsigned long size, const struct krt_block *block,
		  struct krt_change *change)
{
	unsigned long i = *cursor > base ? *cursor - base : 0;

	for (i = skip_same(now, before, i, size); i < size; i = (i & ~7ul) + 8) {
		if (word_at(now + i, size - i) == word_at((const char *)before + i, size - i))
			continue;
		fill_change(change, now, before, i, size, block);
		*cursor = base + (i & ~7ul) + 8;
		return 1;
	}
	return 0;
}

int krt_state_changed(unsigned long *cursor, struct krt_change *change)
{
	struct span data = data_range(), bss = bss_range();
	unsigned long base = 0;
	struct krt_mem *m;

	if (!krt.saved)
		return 0;
	if (search(cursor, base, data.start, krt.saved, data.size, NULL, change))
		return 1;
	base += round_up(data.size, 8);
	if (search(cursor, base, bss.start, krt.saved + data.size, bss.size, NULL, change))
		return 1;
	base += round_up(bss.size, 8);
	for (m = krt.oldest; m; m = m->next) {
		if (m->saved &&
		    search(cursor, base, m->pub.start, m->saved, m->pub.size, &m->pub, change))
			return 1;
		base += round_up(m->pub.size, 8);
	}
	return 0;
}

static const void *find_pointer(unsigned long *cursor, unsigned long base, const char *p,
				unsigned long size, const void *low, const void *high)
{
	unsigned long i = *cursor > base ? *cursor - base : 0;

	for (i = round_up(i, 8); i + 8 <= size; i += 8) {
		const void *value = (const void *)(unsigned long)word_at(p + i, 8);

		if (value < low || value >= high)
			continue;
		*cursor = base + i + 8;
		return p + i;
	}
	return NULL;
}

const void *krt_state_find_pointer(unsigned long *cursor, const void *low, const void *high)
{
	struct span data = data_range(), bss = bss_range();
	unsigned long base = 0;
	const void *found;
	struct krt_mem *m;

	found = find_pointer(cursor, base, data.start, data.size, low, high);
	base += round_up(data.size, 8);
	if (!found)
		found = find_pointer(cursor, base, bss.start, bss.size, low, high);
	base += round_up(bss.size, 8);
	for (m = krt.oldest; m && !found; m = m->next) {
		found = find_pointer(cursor, base, m->pub.start, m->pub.size, low, high);
		base += round_up(m->pub.size, 8);
	}
	return found;
}
