/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_UNALIGNED_PACKED_STRUCT_H
#define KRT_LINUX_UNALIGNED_PACKED_STRUCT_H

#include <asm/unaligned.h>

#endif
