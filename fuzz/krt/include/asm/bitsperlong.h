/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel on 64 bit */
#ifndef KRT_ASM_BITSPERLONG_H
#define KRT_ASM_BITSPERLONG_H

#include <asm/types.h>

#endif
