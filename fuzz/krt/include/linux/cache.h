/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel on x86 */
#ifndef KRT_LINUX_CACHE_H
#define KRT_LINUX_CACHE_H

#include <linux/compiler.h>
#define L1_CACHE_SHIFT 6
#define L1_CACHE_BYTES (1 << L1_CACHE_SHIFT)
#define SMP_CACHE_BYTES L1_CACHE_BYTES
#define L1_CACHE_ALIGN(x) (((x) + L1_CACHE_BYTES - 1) & ~(L1_CACHE_BYTES - 1UL))
#define cache_line_size() L1_CACHE_BYTES

#endif
