/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_ASM_UACCESS_H
#define KRT_ASM_UACCESS_H

#include <linux/uaccess.h>

#endif
