/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel, every transfer a plain function */
#ifndef KRT_LINUX_UACCESS_H
#define KRT_LINUX_UACCESS_H

#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/types.h>
extern unsigned long __must_check copy_from_user(void *to, const void __user *from,
						 unsigned long n);
extern unsigned long __must_check copy_to_user(void __user *to, const void *from,
					       unsigned long n);
extern unsigned long __must_check __copy_from_user(void *to, const void __user *from,
						   unsigned long n);
extern unsigned long __must_check __copy_to_user(void __user *to, const void *from,
						 unsigned long n);
extern unsigned long __must_check clear_user(void __user *to, unsigned long n);
extern long strncpy_from_user(char *dst, const char __user *src, long count);
extern long strnlen_user(const char __user *s, long n);
extern int __must_check copy_struct_from_user(void *dst, size_t ksize, const void __user *src,
					      size_t usize);
extern int krt_access_ok(const void __user *addr, unsigned long size);
#define access_ok(addr, size) krt_access_ok((const void __user *)(addr), (size))
#define get_user(x, ptr) \
	({ \
		typeof(*(ptr)) __gu_val = 0; \
		int __gu_err = copy_from_user(&__gu_val, (ptr), sizeof(*(ptr))) ? -EFAULT : 0; \
		(x) = (typeof(x))__gu_val; \
		__gu_err; \
	})
#define put_user(x, ptr) \
	({ \
		typeof(*(ptr)) __pu_val = (typeof(*(ptr)))(x); \
		copy_to_user((ptr), &__pu_val, sizeof(*(ptr))) ? -EFAULT : 0; \
	})
#define __get_user(x, ptr) get_user(x, ptr)
#define __put_user(x, ptr) put_user(x, ptr)

#endif
