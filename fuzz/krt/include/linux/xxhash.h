/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_XXHASH_H
#define KRT_LINUX_XXHASH_H

#include <linux/types.h>
extern u32 xxh32(const void *input, size_t length, u32 seed);
extern u64 xxh64(const void *input, size_t length, u64 seed);

#endif
