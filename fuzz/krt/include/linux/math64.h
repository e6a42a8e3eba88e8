/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel on 64 bit */
#ifndef KRT_LINUX_MATH64_H
#define KRT_LINUX_MATH64_H

#include <linux/types.h>
#include <linux/math.h>
#include <asm/div64.h>

#define div64_long(x, y) div64_s64((x), (y))
#define div64_ul(x, y) div64_u64((x), (y))
#define DIV64_U64_ROUND_UP(ll, d) \
	({ \
		u64 __d64_d = (d); \
		div64_u64((ll) + __d64_d - 1, __d64_d); \
	})
#define DIV64_U64_ROUND_CLOSEST(dividend, divisor) \
	({ \
		u64 __d64_d = (divisor); \
		div64_u64((dividend) + __d64_d / 2, __d64_d); \
	})
#define DIV_U64_ROUND_CLOSEST(dividend, divisor) DIV64_U64_ROUND_CLOSEST(dividend, (u32)(divisor))
#define DIV_S64_ROUND_CLOSEST(dividend, divisor) \
	({ \
		s64 __d64_n = (dividend); \
		s32 __d64_d = (divisor); \
		((__d64_n > 0) == (__d64_d > 0)) ? \
			((__d64_n + (__d64_d / 2)) / __d64_d) : \
			((__d64_n - (__d64_d / 2)) / __d64_d); \
	})

static inline u64 div_u64_rem(u64 dividend, u32 divisor, u32 *remainder)
{
	*remainder = dividend % divisor;
	return dividend / divisor;
}

static inline s64 div_s64_rem(s64 dividend, s32 divisor, s32 *remainder)
{
	*remainder = dividend % divisor;
	return dividend / divisor;
}

static inline u64 div64_u64_rem(u64 dividend, u64 divisor, u64 *remainder)
{
	*remainder = dividend % divisor;
	return dividend / divisor;
}

static inline u64 div64_u64(u64 dividend, u64 divisor)
{
	return dividend / divisor;
}

static inline s64 div64_s64(s64 dividend, s64 divisor)
{
	return dividend / divisor;
}

static inline u64 div_u64(u64 dividend, u32 divisor)
{
	return dividend / divisor;
}

static inline s64 div_s64(s64 dividend, s32 divisor)
{
	return dividend / divisor;
}

static inline u64 mul_u32_u32(u32 a, u32 b)
{
	return (u64)a * b;
}

static inline u64 mul_u64_u32_div(u64 a, u32 mul, u32 divisor)
{
	return (u64)((unsigned __int128)a * mul / divisor);
}

static inline u64 mul_u64_u64_div_u64(u64 a, u64 mul, u64 div)
{
	return (u64)((unsigned __int128)a * mul / div);
}

static inline u64 mul_u64_u32_shr(u64 a, u32 mul, unsigned int shift)
{
	return (u64)(((unsigned __int128)a * mul) >> shift);
}

#endif
