/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: functions of the runtime */
#ifndef KRT_LINUX_JHASH_H
#define KRT_LINUX_JHASH_H

#include <linux/types.h>
extern u32 jhash(const void *key, u32 length, u32 initval);
extern u32 jhash2(const u32 *k, u32 length, u32 initval);
extern u32 jhash_1word(u32 a, u32 initval);

#endif
