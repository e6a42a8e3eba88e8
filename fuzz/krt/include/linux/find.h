/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_FIND_H
#define KRT_LINUX_FIND_H

#include <linux/bitops.h>

#endif
