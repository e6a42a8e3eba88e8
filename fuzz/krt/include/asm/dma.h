/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_ASM_DMA_H
#define KRT_ASM_DMA_H

#include <linux/types.h>
#define MAX_DMA_CHANNELS 8

#endif
