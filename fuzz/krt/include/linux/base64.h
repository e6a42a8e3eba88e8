/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel up to 6.17 */
#ifndef KRT_LINUX_BASE64_H
#define KRT_LINUX_BASE64_H

#include <linux/types.h>
#define BASE64_CHARS(nbytes) (((nbytes) * 4 + 2) / 3)
extern int base64_encode(const u8 *src, int len, char *dst);
extern int base64_decode(const char *src, int len, u8 *dst);

#endif
