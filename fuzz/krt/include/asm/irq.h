/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_ASM_IRQ_H
#define KRT_ASM_IRQ_H

#define NR_IRQS 4352

#endif
