/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Shared by the files that take locks. */
#ifndef KRT_HELD_H
#define KRT_HELD_H

#include "internal.h"

/* Kinds are compared by address. */
extern const char krt_kind_mutex[], krt_kind_spin[];
extern const char krt_kind_rwlock_read[], krt_kind_rwlock_write[];
extern const char krt_kind_rwsem_read[], krt_kind_rwsem_write[];
extern const char krt_kind_semaphore[], krt_kind_device[];

int krt_lock_is_held(const void *lock);
void krt_lock_take(const void *lock, const char *kind, const void *pc);
void krt_lock_drop(const void *lock, const char *kind, const void *pc);
/* The same for locks under which nothing may sleep. */
void krt_spin_take(const void *lock, const char *kind, const void *pc);
void krt_spin_drop(const void *lock, const char *kind, const void *pc);

void krt_irq_set(int off, const void *pc);
void krt_softirq(int step, const void *pc); /* 1 or -1 */
void krt_preempt_reset(void);

#endif
