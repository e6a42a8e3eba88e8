/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: barriers, where very old drivers look for them */
#ifndef KRT_ASM_SYSTEM_H
#define KRT_ASM_SYSTEM_H

#include <asm/barrier.h>

#endif
