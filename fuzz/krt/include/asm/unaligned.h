/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_ASM_UNALIGNED_H
#define KRT_ASM_UNALIGNED_H

#include <asm/byteorder.h>
#define get_unaligned(ptr) \
	({ \
		const struct { typeof(*(ptr)) x; } __attribute__((__packed__)) *__gu = \
			(const void *)(ptr); \
		__gu->x; \
	})
#define put_unaligned(val, ptr) \
	do { \
		struct { typeof(*(ptr)) x; } __attribute__((__packed__)) *__pu = (void *)(ptr); \
		__pu->x = (val); \
	} while (0)
#define __KRT_UNALIGNED(bits, from, to) \
	static inline u##bits get_unaligned_##from##bits(const void *p) \
	{ \
		return from##bits##_to_cpu(get_unaligned((const u##bits *)p)); \
	} \
	static inline void put_unaligned_##from##bits(u##bits val, void *p) \
	{ \
		put_unaligned(cpu_to_##from##bits(val), (u##bits *)p); \
	}
__KRT_UNALIGNED(16, le, le)
__KRT_UNALIGNED(32, le, le)
__KRT_UNALIGNED(64, le, le)
__KRT_UNALIGNED(16, be, be)
__KRT_UNALIGNED(32, be, be)
__KRT_UNALIGNED(64, be, be)
#undef __KRT_UNALIGNED
static inline u32 get_unaligned_le24(const void *p)
{
	const u8 *b = p;

	return b[0] | b[1] << 8 | b[2] << 16;
}
static inline u32 get_unaligned_be24(const void *p)
{
	const u8 *b = p;

	return b[0] << 16 | b[1] << 8 | b[2];
}
static inline void put_unaligned_be24(const u32 val, void *p)
{
	u8 *b = p;

	b[0] = val >> 16;
	b[1] = val >> 8;
	b[2] = val;
}
static inline void put_unaligned_le24(const u32 val, void *p)
{
	u8 *b = p;

	b[0] = val;
	b[1] = val >> 8;
	b[2] = val >> 16;
}

#endif
