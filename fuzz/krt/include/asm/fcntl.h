/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_ASM_FCNTL_H
#define KRT_ASM_FCNTL_H

#include <linux/fcntl.h>

#endif
