/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: plain volatile accesses, without the type tricks of the kernel */
#ifndef KRT_ASM_RWONCE_H
#define KRT_ASM_RWONCE_H

#include <linux/compiler_types.h>

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#define __READ_ONCE(x) READ_ONCE(x)
#define WRITE_ONCE(x, val) \
	do { \
		*(volatile typeof(x) *)&(x) = (val); \
	} while (0)
#define __WRITE_ONCE(x, val) WRITE_ONCE(x, val)

#endif
