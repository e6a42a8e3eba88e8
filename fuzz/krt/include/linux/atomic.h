/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: compiler atomics in inline bodies */
#ifndef KRT_LINUX_ATOMIC_H
#define KRT_LINUX_ATOMIC_H

#include <linux/types.h>
#include <linux/compiler.h>
#include <asm/barrier.h>

#define __KRT_ATOMIC(pfx, T, I) \
	static inline I pfx##_read(const T *v) \
	{ return __atomic_load_n(&v->counter, __ATOMIC_RELAXED); } \
	static inline I pfx##_read_acquire(const T *v) \
	{ return __atomic_load_n(&v->counter, __ATOMIC_ACQUIRE); } \
	static inline void pfx##_set(T *v, I i) \
	{ __atomic_store_n(&v->counter, i, __ATOMIC_RELAXED); } \
	static inline void pfx##_set_release(T *v, I i) \
	{ __atomic_store_n(&v->counter, i, __ATOMIC_RELEASE); } \
	static inline I pfx##_xchg(T *v, I n) \
	{ return __atomic_exchange_n(&v->counter, n, __ATOMIC_SEQ_CST); } \
	static inline I pfx##_cmpxchg(T *v, I old, I n) \
	{ \
		__atomic_compare_exchange_n(&v->counter, &old, n, 0, __ATOMIC_SEQ_CST, \
					    __ATOMIC_SEQ_CST); \
		return old; \
	} \
	static inline bool pfx##_try_cmpxchg(T *v, I *old, I n) \
	{ \
		return __atomic_compare_exchange_n(&v->counter, old, n, 0, __ATOMIC_SEQ_CST, \
						   __ATOMIC_SEQ_CST); \
	} \
	static inline I pfx##_add_return(I i, T *v) \
	{ return __atomic_add_fetch(&v->counter, i, __ATOMIC_SEQ_CST); } \
	static inline I pfx##_sub_return(I i, T *v) \
	{ return __atomic_sub_fetch(&v->counter, i, __ATOMIC_SEQ_CST); } \
	static inline I pfx##_fetch_add(I i, T *v) \
	{ return __atomic_fetch_add(&v->counter, i, __ATOMIC_SEQ_CST); } \
	static inline I pfx##_fetch_sub(I i, T *v) \
	{ return __atomic_fetch_sub(&v->counter, i, __ATOMIC_SEQ_CST); } \
	static inline I pfx##_fetch_or(I i, T *v) \
	{ return __atomic_fetch_or(&v->counter, i, __ATOMIC_SEQ_CST); } \
	static inline I pfx##_fetch_and(I i, T *v) \
	{ return __atomic_fetch_and(&v->counter, i, __ATOMIC_SEQ_CST); } \
	static inline I pfx##_fetch_andnot(I i, T *v) \
	{ return __atomic_fetch_and(&v->counter, ~i, __ATOMIC_SEQ_CST); } \
	static inline void pfx##_add(I i, T *v) { pfx##_add_return(i, v); } \
	static inline void pfx##_sub(I i, T *v) { pfx##_sub_return(i, v); } \
	static inline void pfx##_or(I i, T *v) { pfx##_fetch_or(i, v); } \
	static inline void pfx##_and(I i, T *v) { pfx##_fetch_and(i, v); } \
	static inline void pfx##_andnot(I i, T *v) { pfx##_fetch_and(~i, v); } \
	static inline void pfx##_inc(T *v) { pfx##_add_return(1, v); } \
	static inline void pfx##_dec(T *v) { pfx##_sub_return(1, v); } \
	static inline I pfx##_inc_return(T *v) { return pfx##_add_return(1, v); } \
	static inline I pfx##_dec_return(T *v) { return pfx##_sub_return(1, v); } \
	static inline I pfx##_fetch_inc(T *v) { return pfx##_fetch_add(1, v); } \
	static inline I pfx##_fetch_dec(T *v) { return pfx##_fetch_sub(1, v); } \
	static inline bool pfx##_inc_and_test(T *v) { return pfx##_add_return(1, v) == 0; } \
	static inline bool pfx##_dec_and_test(T *v) { return pfx##_sub_return(1, v) == 0; } \
	static inline bool pfx##_sub_and_test(I i, T *v) { return pfx##_sub_return(i, v) == 0; } \
	static inline bool pfx##_add_negative(I i, T *v) { return pfx##_add_return(i, v) < 0; } \
	static inline I pfx##_fetch_add_unless(T *v, I a, I u) \
	{ \
		I c = pfx##_read(v); \
		while (c != u && !pfx##_try_cmpxchg(v, &c, c + a)) \
			; \
		return c; \
	} \
	static inline bool pfx##_add_unless(T *v, I a, I u) \
	{ return pfx##_fetch_add_unless(v, a, u) != u; } \
	static inline bool pfx##_inc_not_zero(T *v) { return pfx##_add_unless(v, 1, 0); } \
	static inline I pfx##_dec_if_positive(T *v) \
	{ \
		I c = pfx##_read(v); \
		while (c > 0 && !pfx##_try_cmpxchg(v, &c, c - 1)) \
			; \
		return c - 1; \
	}

__KRT_ATOMIC(atomic, atomic_t, int)
__KRT_ATOMIC(atomic64, atomic64_t, s64)
typedef struct {
	long counter;
} atomic_long_t;
__KRT_ATOMIC(atomic_long, atomic_long_t, long)
#undef __KRT_ATOMIC
#define ATOMIC_LONG_INIT(i) { (i) }
#define atomic_inc_not_zero_hint(v, hint) atomic_inc_not_zero(v)
#define atomic_cond_read_acquire(v, c) atomic_read_acquire(v)

#define xchg(ptr, x) __atomic_exchange_n(ptr, x, __ATOMIC_SEQ_CST)
#define cmpxchg(ptr, o, n) \
	({ \
		typeof(*(ptr)) __cx_old = (o); \
		__atomic_compare_exchange_n(ptr, &__cx_old, n, 0, __ATOMIC_SEQ_CST, \
					    __ATOMIC_SEQ_CST); \
		__cx_old; \
	})
#define try_cmpxchg(ptr, oldp, n) \
	__atomic_compare_exchange_n(ptr, oldp, n, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)
#define cmpxchg64(ptr, o, n) cmpxchg(ptr, o, n)

#endif
