/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: both lock types hold a krt_lock */
#ifndef KRT_LINUX_SPINLOCK_TYPES_H
#define KRT_LINUX_SPINLOCK_TYPES_H

#include <krt/lock.h>

typedef struct raw_spinlock {
	struct krt_lock raw_lock;
} raw_spinlock_t;

typedef struct spinlock {
	struct raw_spinlock rlock;
} spinlock_t;

typedef struct {
	struct krt_lock raw_lock;
} rwlock_t;

#define __RAW_SPIN_LOCK_UNLOCKED(lockname) (raw_spinlock_t){ .raw_lock = KRT_LOCK_INIT(lockname) }
#define __SPIN_LOCK_UNLOCKED(lockname) \
	(spinlock_t){ .rlock = { .raw_lock = KRT_LOCK_INIT(lockname) } }
#define __RW_LOCK_UNLOCKED(lockname) (rwlock_t){ .raw_lock = KRT_LOCK_INIT(lockname) }
#define DEFINE_RAW_SPINLOCK(x) \
	raw_spinlock_t x = { .raw_lock = KRT_LOCK_INIT(x) }
#define DEFINE_SPINLOCK(x) \
	spinlock_t x = { .rlock = { .raw_lock = KRT_LOCK_INIT(x) } }
#define DEFINE_RWLOCK(x) rwlock_t x = { .raw_lock = KRT_LOCK_INIT(x) }

#endif
