/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, as functions */
#ifndef KRT_LINUX_BITMAP_H
#define KRT_LINUX_BITMAP_H

#include <linux/bitops.h>
#include <linux/string.h>
#include <linux/kernel.h>
struct device;
extern unsigned long *bitmap_alloc(unsigned int nbits, gfp_t flags);
extern unsigned long *bitmap_zalloc(unsigned int nbits, gfp_t flags);
extern void bitmap_free(const unsigned long *bitmap);
extern unsigned long *devm_bitmap_alloc(struct device *dev, unsigned int nbits, gfp_t flags);
extern unsigned long *devm_bitmap_zalloc(struct device *dev, unsigned int nbits, gfp_t flags);
extern void bitmap_zero(unsigned long *dst, unsigned int nbits);
extern void bitmap_fill(unsigned long *dst, unsigned int nbits);
extern void bitmap_copy(unsigned long *dst, const unsigned long *src, unsigned int nbits);
extern bool bitmap_and(unsigned long *dst, const unsigned long *a, const unsigned long *b,
		       unsigned int nbits);
extern void bitmap_or(unsigned long *dst, const unsigned long *a, const unsigned long *b,
		      unsigned int nbits);
extern void bitmap_xor(unsigned long *dst, const unsigned long *a, const unsigned long *b,
		       unsigned int nbits);
extern bool bitmap_andnot(unsigned long *dst, const unsigned long *a, const unsigned long *b,
			  unsigned int nbits);
extern void bitmap_complement(unsigned long *dst, const unsigned long *src, unsigned int nbits);
extern bool bitmap_equal(const unsigned long *a, const unsigned long *b, unsigned int nbits);
extern bool bitmap_intersects(const unsigned long *a, const unsigned long *b, unsigned int nbits);
extern bool bitmap_subset(const unsigned long *a, const unsigned long *b, unsigned int nbits);
extern bool bitmap_empty(const unsigned long *src, unsigned int nbits);
extern bool bitmap_full(const unsigned long *src, unsigned int nbits);
extern unsigned int bitmap_weight(const unsigned long *src, unsigned int nbits);
extern void bitmap_set(unsigned long *map, unsigned int start, unsigned int nbits);
extern void bitmap_clear(unsigned long *map, unsigned int start, unsigned int nbits);
extern unsigned long bitmap_find_next_zero_area(unsigned long *map, unsigned long size,
						unsigned long start, unsigned int nr,
						unsigned long align_mask);
extern int bitmap_parse(const char *buf, unsigned int buflen, unsigned long *dst, int nbits);
extern int bitmap_parselist(const char *buf, unsigned long *dst, int nbits);
extern int bitmap_print_to_pagebuf(bool list, char *buf, const unsigned long *maskp, int nbits);
extern int bitmap_find_free_region(unsigned long *bitmap, unsigned int bits, int order);
extern void bitmap_release_region(unsigned long *bitmap, unsigned int pos, int order);
extern void bitmap_from_arr32(unsigned long *bitmap, const u32 *buf, unsigned int nbits);
extern void bitmap_to_arr32(u32 *buf, const unsigned long *bitmap, unsigned int nbits);

#endif
