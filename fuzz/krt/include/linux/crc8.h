/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_CRC8_H
#define KRT_LINUX_CRC8_H

#include <linux/types.h>
#define CRC8_INIT_VALUE 0xff
#define CRC8_TABLE_SIZE 256
extern void crc8_populate_msb(u8 table[CRC8_TABLE_SIZE], u8 polynomial);
extern u8 crc8(const u8 table[CRC8_TABLE_SIZE], const u8 *pdata, size_t nbytes, u8 crc);

#endif
