/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_LOG2_H
#define KRT_LINUX_LOG2_H

#include <linux/bitops.h>
#include <linux/types.h>

static inline bool is_power_of_2(unsigned long n)
{
	return n != 0 && (n & (n - 1)) == 0;
}

static inline int __ilog2_u64(u64 n)
{
	return fls64(n) - 1;
}

static inline unsigned long __roundup_pow_of_two(unsigned long n)
{
	return n <= 1 ? 1UL : 1UL << fls_long(n - 1);
}

static inline unsigned long __rounddown_pow_of_two(unsigned long n)
{
	return 1UL << (fls_long(n) - 1);
}

#define ilog2(n) \
	(__builtin_constant_p(n) ? ((n) < 2 ? 0 : 63 - __builtin_clzll((n) | 1)) : __ilog2_u64(n))
#define const_ilog2(n) ((n) < 2 ? 0 : 63 - __builtin_clzll((n) | 1))
#define roundup_pow_of_two(n) \
	(__builtin_constant_p(n) ? \
		 (((n) <= 1) ? 1UL : (1UL << (64 - __builtin_clzll(((n)-1) | 1)))) : \
		 __roundup_pow_of_two(n))
#define rounddown_pow_of_two(n) \
	(__builtin_constant_p(n) ? (1UL << (63 - __builtin_clzll((n) | 1))) : \
				   __rounddown_pow_of_two(n))
#define order_base_2(n) ((n) > 1 ? ilog2((n)-1) + 1 : 0)
#define bits_per(n) ((n) > 1 ? ilog2(n) + 1 : 1)

#endif
