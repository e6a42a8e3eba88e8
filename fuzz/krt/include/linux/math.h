/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_MATH_H
#define KRT_LINUX_MATH_H

#include <linux/types.h>
#include <asm/div64.h>

#define __round_mask(x, y) ((__typeof__(x))((y) - 1))
#define round_up(x, y) ((((x) - 1) | __round_mask(x, y)) + 1)
#define round_down(x, y) ((x) & ~__round_mask(x, y))
#define DIV_ROUND_UP(n, d) (((n) + (d) - 1) / (d))
#define DIV_ROUND_UP_POW2(n, d) ((n) / (d) + !!((n) & ((d) - 1)))
#define DIV_ROUND_DOWN_ULL(ll, d) ((unsigned long long)(ll) / (d))
#define DIV_ROUND_UP_ULL(ll, d) (((unsigned long long)(ll) + (d) - 1) / (d))
#define DIV_ROUND_UP_SECTOR_T(ll, d) DIV_ROUND_UP_ULL(ll, d)
#define roundup(x, y) \
	({ \
		typeof(y) __ru_y = (y); \
		(((x) + (__ru_y - 1)) / __ru_y) * __ru_y; \
	})
#define rounddown(x, y) \
	({ \
		typeof(x) __rd_x = (x); \
		__rd_x - (__rd_x % (y)); \
	})
#define DIV_ROUND_CLOSEST(x, divisor) \
	({ \
		typeof(x) __dc_x = (x); \
		typeof(divisor) __dc_d = (divisor); \
		(((typeof(x))-1) > 0 || ((typeof(divisor))-1) > 0 || \
		 (((__dc_x) > 0) == ((__dc_d) > 0))) ? \
			(((__dc_x) + ((__dc_d) / 2)) / (__dc_d)) : \
			(((__dc_x) - ((__dc_d) / 2)) / (__dc_d)); \
	})
#define DIV_ROUND_CLOSEST_ULL(x, divisor) \
	({ \
		unsigned long long __dcu_d = (divisor); \
		((unsigned long long)(x) + __dcu_d / 2) / __dcu_d; \
	})
#define mult_frac(x, n, d) \
	({ \
		typeof(x) __mf_x = (x); \
		typeof(n) __mf_n = (n); \
		typeof(d) __mf_d = (d); \
		__mf_x / __mf_d * __mf_n + __mf_x % __mf_d * __mf_n / __mf_d; \
	})
#define sector_div(n, base) do_div(n, base)
#define abs(x) \
	({ \
		__auto_type __abs_x = (x); \
		__abs_x < 0 ? -__abs_x : __abs_x; \
	})
#define abs_diff(a, b) \
	({ \
		__auto_type __ad_a = (a); \
		__auto_type __ad_b = (b); \
		__ad_a > __ad_b ? __ad_a - __ad_b : __ad_b - __ad_a; \
	})

static inline u32 reciprocal_scale(u32 val, u32 ep_ro)
{
	return (u32)(((u64)val * ep_ro) >> 32);
}

extern unsigned long gcd(unsigned long a, unsigned long b);
extern unsigned long lcm(unsigned long a, unsigned long b);
extern unsigned long int_sqrt(unsigned long x);
extern u64 int_pow(u64 base, unsigned int exp);
extern u32 int_sqrt64(u64 x);

#endif
