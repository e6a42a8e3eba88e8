/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_COMPAT_H
#define KRT_LINUX_COMPAT_H

#include <linux/types.h>
typedef u32 compat_uptr_t;
typedef s32 compat_int_t;
typedef u32 compat_ulong_t;
typedef s32 compat_long_t;
typedef u32 compat_size_t;
extern void __user *compat_ptr(compat_uptr_t uptr);
extern bool in_compat_syscall(void);

#endif
