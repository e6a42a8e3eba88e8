/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_ASM_STRING_H
#define KRT_ASM_STRING_H

#include <linux/string.h>

#endif
