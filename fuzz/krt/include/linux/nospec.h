/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_NOSPEC_H
#define KRT_LINUX_NOSPEC_H

#include <linux/compiler.h>
#include <linux/types.h>
#define array_index_nospec(index, size) \
	({ \
		typeof(index) __ni_i = (index); \
		typeof(size) __ni_s = (size); \
		(typeof(__ni_i))(__ni_i & array_index_mask_nospec(__ni_i, __ni_s)); \
	})
#define barrier_nospec() barrier()

#endif
