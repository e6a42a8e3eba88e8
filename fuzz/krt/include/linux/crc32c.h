/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_CRC32C_H
#define KRT_LINUX_CRC32C_H

#include <linux/types.h>
extern u32 crc32c(u32 crc, const void *address, unsigned int length);

#endif
