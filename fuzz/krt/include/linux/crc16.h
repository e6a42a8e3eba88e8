/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_CRC16_H
#define KRT_LINUX_CRC16_H

#include <linux/types.h>
extern u16 crc16(u16 crc, const u8 *buffer, size_t len);

#endif
