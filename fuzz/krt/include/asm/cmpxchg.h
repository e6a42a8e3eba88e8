/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_ASM_CMPXCHG_H
#define KRT_ASM_CMPXCHG_H

#include <linux/atomic.h>

#endif
