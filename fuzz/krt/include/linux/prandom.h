/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_PRANDOM_H
#define KRT_LINUX_PRANDOM_H

#include <linux/random.h>

#endif
