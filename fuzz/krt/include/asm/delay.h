/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_ASM_DELAY_H
#define KRT_ASM_DELAY_H

#include <linux/delay.h>

#endif
