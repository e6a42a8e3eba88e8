/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_CRC_CCITT_H
#define KRT_LINUX_CRC_CCITT_H

#include <linux/types.h>
extern u16 crc_ccitt(u16 crc, const u8 *buffer, size_t len);

#endif
