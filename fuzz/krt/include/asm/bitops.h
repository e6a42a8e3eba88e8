/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_ASM_BITOPS_H
#define KRT_ASM_BITOPS_H

#include <linux/bitops.h>

#endif
