/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_BITREV_H
#define KRT_LINUX_BITREV_H

#include <linux/types.h>
extern u8 bitrev8(u8 byte);
extern u16 bitrev16(u16 x);
extern u32 bitrev32(u32 x);

#endif
