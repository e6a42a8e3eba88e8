/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_REFCOUNT_TYPES_H
#define KRT_LINUX_REFCOUNT_TYPES_H

#include <linux/types.h>
typedef struct refcount_struct {
	atomic_t refs;
} refcount_t;

#endif
