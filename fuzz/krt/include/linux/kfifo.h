/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: fifo of fixed elements; copies go through functions of the runtime */
#ifndef KRT_LINUX_KFIFO_H
#define KRT_LINUX_KFIFO_H

#include <linux/kernel.h>
#include <linux/spinlock.h>
#include <linux/stddef.h>
#include <linux/types.h>
struct __kfifo {
	unsigned int in;
	unsigned int out;
	unsigned int mask;
	unsigned int esize;
	void *data;
};
struct kfifo {
	struct __kfifo kfifo;
	unsigned char *type;
};
#define DECLARE_KFIFO_PTR(fifo, T) \
	struct { \
		struct __kfifo kfifo; \
		T *type; \
	} fifo
#define DECLARE_KFIFO(fifo, T, size) \
	struct { \
		struct __kfifo kfifo; \
		T *type; \
		T buf[size]; \
	} fifo
#define DEFINE_KFIFO(fifo, T, size) \
	DECLARE_KFIFO(fifo, T, size) = { \
		.kfifo = { 0, 0, (size)-1, sizeof(T), (fifo).buf }, \
	}
#define INIT_KFIFO(fifo) \
	((void)((fifo).kfifo = (struct __kfifo){ 0, 0, ARRAY_SIZE((fifo).buf) - 1, \
						 sizeof(*(fifo).buf), (fifo).buf }))
extern int __kfifo_alloc(struct __kfifo *fifo, unsigned int size, size_t esize, gfp_t gfp_mask);
extern void __kfifo_free(struct __kfifo *fifo);
extern unsigned int __kfifo_in(struct __kfifo *fifo, const void *buf, unsigned int len);
extern unsigned int __kfifo_out(struct __kfifo *fifo, void *buf, unsigned int len);
extern unsigned int __kfifo_out_peek(struct __kfifo *fifo, void *buf, unsigned int len);
#define kfifo_alloc(fifo, size, gfp) \
	__kfifo_alloc(&(fifo)->kfifo, size, sizeof(*(fifo)->type), gfp)
#define kfifo_free(fifo) __kfifo_free(&(fifo)->kfifo)
#define kfifo_size(fifo) ((fifo)->kfifo.mask + 1)
#define kfifo_len(fifo) ((fifo)->kfifo.in - (fifo)->kfifo.out)
#define kfifo_avail(fifo) (kfifo_size(fifo) - kfifo_len(fifo))
#define kfifo_is_empty(fifo) ((fifo)->kfifo.in == (fifo)->kfifo.out)
#define kfifo_is_full(fifo) (kfifo_len(fifo) > (fifo)->kfifo.mask)
#define kfifo_reset(fifo) ((void)((fifo)->kfifo.in = (fifo)->kfifo.out = 0))
#define kfifo_reset_out(fifo) ((void)((fifo)->kfifo.out = (fifo)->kfifo.in))
#define kfifo_in(fifo, buf, n) __kfifo_in(&(fifo)->kfifo, buf, n)
#define kfifo_out(fifo, buf, n) __kfifo_out(&(fifo)->kfifo, buf, n)
#define kfifo_peek(fifo, val) __kfifo_out_peek(&(fifo)->kfifo, val, 1)
#define kfifo_get(fifo, val) __kfifo_out(&(fifo)->kfifo, val, 1)
#define kfifo_put(fifo, val) \
	({ \
		typeof(*(fifo)->type) __kf_val = (val); \
		__kfifo_in(&(fifo)->kfifo, &__kf_val, 1); \
	})

#endif
