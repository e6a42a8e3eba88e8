/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_OVERFLOW_H
#define KRT_LINUX_OVERFLOW_H

#include <linux/compiler.h>
#include <linux/const.h>
#include <linux/limits.h>
#include <linux/types.h>

#define type_max(t) \
	((t)((((t)1 << (8 * sizeof(t) - 1 - is_signed_type(t))) - 1) + \
	     ((t)1 << (8 * sizeof(t) - 1 - is_signed_type(t)))))
#define type_min(t) ((t)((t)-type_max(t) - (t)1))

static inline bool __must_check __must_check_overflow(bool overflow)
{
	return unlikely(overflow);
}

#define check_add_overflow(a, b, d) __must_check_overflow(__builtin_add_overflow(a, b, d))
#define check_sub_overflow(a, b, d) __must_check_overflow(__builtin_sub_overflow(a, b, d))
#define check_mul_overflow(a, b, d) __must_check_overflow(__builtin_mul_overflow(a, b, d))
#define check_shl_overflow(a, s, d) \
	({ \
		typeof(a) __sh_a = a; \
		typeof(s) __sh_s = s; \
		typeof(d) __sh_d = d; \
		u64 __sh_full = __sh_a; \
		bool __sh_bad = __sh_s < 0 || __sh_s >= 8 * sizeof(*__sh_d); \
		*__sh_d = __sh_bad ? 0 : (__sh_full << __sh_s); \
		__sh_bad || *__sh_d < 0 || __sh_a < 0 || (*__sh_d >> __sh_s) != __sh_a; \
	})
#define overflows_type(n, T) \
	({ \
		typeof(T) __ot_v; \
		__builtin_add_overflow((n), 0, &__ot_v); \
	})
#define castable_to_type(n, T) (!overflows_type(n, T))

static inline size_t __must_check size_mul(size_t factor1, size_t factor2)
{
	size_t bytes;

	if (__builtin_mul_overflow(factor1, factor2, &bytes))
		return SIZE_MAX;
	return bytes;
}

static inline size_t __must_check size_add(size_t addend1, size_t addend2)
{
	size_t bytes;

	if (__builtin_add_overflow(addend1, addend2, &bytes))
		return SIZE_MAX;
	return bytes;
}

static inline size_t __must_check size_sub(size_t minuend, size_t subtrahend)
{
	size_t bytes;

	if (minuend == SIZE_MAX || subtrahend == SIZE_MAX ||
	    __builtin_sub_overflow(minuend, subtrahend, &bytes))
		return SIZE_MAX;
	return bytes;
}

#define array_size(a, b) size_mul(a, b)
#define array3_size(a, b, c) size_mul(size_mul(a, b), c)
#define flex_array_size(p, member, count) \
	size_mul(count, sizeof(*(p)->member) + __must_be_array((p)->member))
#define struct_size(p, member, count) \
	size_add(sizeof(*(p)), flex_array_size(p, member, count))
#define struct_size_t(type, member, count) struct_size((type *)NULL, member, count)
#define DEFINE_FLEX(type, name, member, count) \
	u8 name##_u[sizeof(type) + sizeof(*((type *)0)->member) * (count)] = {}; \
	type *name = (type *)&name##_u

#endif
