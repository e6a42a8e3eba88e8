/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel (name since 6.12) */
#ifndef KRT_LINUX_UNALIGNED_H
#define KRT_LINUX_UNALIGNED_H

#include <asm/unaligned.h>

#endif
