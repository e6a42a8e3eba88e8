/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: functions of the runtime, which checks saturation and use after zero */
#ifndef KRT_LINUX_REFCOUNT_H
#define KRT_LINUX_REFCOUNT_H

#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/compiler.h>
#include <linux/limits.h>
#include <linux/spinlock_types.h>
#include <linux/refcount_types.h>
struct mutex;
#define REFCOUNT_INIT(n) { .refs = ATOMIC_INIT(n) }
extern void refcount_set(refcount_t *r, int n);
extern unsigned int refcount_read(const refcount_t *r);
extern void refcount_add(int i, refcount_t *r);
extern void refcount_inc(refcount_t *r);
extern void refcount_dec(refcount_t *r);
extern __must_check bool refcount_add_not_zero(int i, refcount_t *r);
extern __must_check bool refcount_inc_not_zero(refcount_t *r);
extern __must_check bool refcount_sub_and_test(int i, refcount_t *r);
extern __must_check bool refcount_dec_and_test(refcount_t *r);
extern __must_check bool refcount_dec_if_one(refcount_t *r);
extern __must_check bool refcount_dec_not_one(refcount_t *r);
extern __must_check bool refcount_dec_and_mutex_lock(refcount_t *r, struct mutex *lock);
extern __must_check bool refcount_dec_and_lock(refcount_t *r, spinlock_t *lock);

#endif
