/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_ASM_PROCESSOR_H
#define KRT_ASM_PROCESSOR_H

#include <linux/types.h>
extern void cpu_relax(void);

#endif
