/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, without the pointer type check */
#ifndef KRT_LINUX_CONTAINER_OF_H
#define KRT_LINUX_CONTAINER_OF_H

#include <linux/build_bug.h>
#include <linux/stddef.h>

#define container_of(ptr, type, member) \
	({ \
		void *__co_ptr = (void *)(ptr); \
		((type *)(__co_ptr - offsetof(type, member))); \
	})
#define container_of_const(ptr, type, member) \
	_Generic(ptr, \
		 const typeof(*(ptr)) *: ((const type *)container_of(ptr, type, member)), \
		 default: ((type *)container_of(ptr, type, member)))
#define container_of_safe(ptr, type, member) container_of(ptr, type, member)
#define typeof_member(T, m) typeof(((T *)0)->m)

#endif
