/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel on 64 bit */
#ifndef KRT_ASM_DIV64_H
#define KRT_ASM_DIV64_H

#include <linux/types.h>

#define do_div(n, base) \
	({ \
		u32 __dd_base = (base); \
		u32 __dd_rem = ((u64)(n)) % __dd_base; \
		(n) = ((u64)(n)) / __dd_base; \
		__dd_rem; \
	})

#endif
