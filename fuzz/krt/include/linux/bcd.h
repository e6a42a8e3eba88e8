/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_BCD_H
#define KRT_LINUX_BCD_H

extern unsigned int bcd2bin(unsigned char val);
extern unsigned char bin2bcd(unsigned int val);
extern int bcd_is_valid(unsigned char val);

#endif
