/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_ASM_IOCTL_H
#define KRT_ASM_IOCTL_H

#include <linux/ioctl.h>

#endif
