/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: accesses are functions of the runtime */
#ifndef KRT_ASM_MSR_H
#define KRT_ASM_MSR_H

#include <linux/types.h>
extern int rdmsrl_safe(unsigned int msr, unsigned long long *p);
extern int wrmsrl_safe(unsigned int msr, u64 val);

#endif
