/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_SWAB_H
#define KRT_LINUX_SWAB_H

#include <asm/byteorder.h>

#endif
