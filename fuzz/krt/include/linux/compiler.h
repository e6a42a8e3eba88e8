/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel for what drivers use; branch hints, optimizer barriers, static_assert */
#ifndef KRT_LINUX_COMPILER_H
#define KRT_LINUX_COMPILER_H

#include <linux/compiler_types.h>
#include <asm/rwonce.h>
#include <asm/barrier.h>

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define barrier_data(ptr) __asm__ __volatile__("" : : "r"(ptr) : "memory")
#define unreachable() __builtin_unreachable()
#define OPTIMIZER_HIDE_VAR(var) __asm__ __volatile__("" : "+r"(var))
#define RELOC_HIDE(ptr, off) ((typeof(ptr))((unsigned long)(ptr) + (off)))
#define absolute_pointer(val) ((void *)(val))
#define data_race(expr) ({ expr; })
#define __is_constexpr(x) \
	(sizeof(int) == sizeof(*(8 ? ((void *)((long)(x) * 0l)) : (int *)8)))
#define is_signed_type(type) (((type)(-1)) < (type)1)
#define is_unsigned_type(type) (!is_signed_type(type))
#define __must_be_array(a) \
	((int)(sizeof(struct { int : (-!!__same_type((a), &(a)[0])); })))

#define compiletime_assert(condition, msg) \
	do { \
		if (0 && !(condition)) \
			__builtin_unreachable(); \
	} while (0)

#endif
