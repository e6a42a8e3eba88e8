/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_RWLOCK_H
#define KRT_LINUX_RWLOCK_H

#include <linux/spinlock.h>

#endif
