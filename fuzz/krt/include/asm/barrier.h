/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: built on compiler fences */
#ifndef KRT_ASM_BARRIER_H
#define KRT_ASM_BARRIER_H

#define barrier() __asm__ __volatile__("" : : : "memory")
#define mb() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define rmb() __atomic_thread_fence(__ATOMIC_ACQUIRE)
#define wmb() __atomic_thread_fence(__ATOMIC_RELEASE)
#define dma_mb() mb()
#define dma_rmb() rmb()
#define dma_wmb() wmb()
#define smp_mb() mb()
#define smp_rmb() rmb()
#define smp_wmb() wmb()
#define smp_mb__before_atomic() mb()
#define smp_mb__after_atomic() mb()
#define smp_store_mb(var, value) \
	do { \
		(var) = (value); \
		smp_mb(); \
	} while (0)
#define smp_store_release(p, v) \
	do { \
		smp_mb(); \
		*(volatile typeof(*(p)) *)(p) = (v); \
	} while (0)
#define smp_load_acquire(p) \
	({ \
		typeof(*(p)) ___v = *(volatile typeof(*(p)) *)(p); \
		smp_mb(); \
		___v; \
	})
#define read_barrier_depends() do {} while (0)
#define smp_read_barrier_depends() do {} while (0)
#define array_index_mask_nospec(i, n) ((i) < (n) ? ~0UL : 0UL)

#endif
