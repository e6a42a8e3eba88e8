/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: the mutex holds a krt_lock */
#ifndef KRT_LINUX_MUTEX_H
#define KRT_LINUX_MUTEX_H

#include <krt/lock.h>
#include <asm/processor.h>
#include <linux/list.h>
#include <linux/spinlock_types.h>
#include <linux/lockdep.h>
#include <linux/cleanup.h>

struct device;

struct mutex {
	struct krt_lock lock;
};
#define __MUTEX_INITIALIZER(lockname) { .lock = KRT_LOCK_INIT(lockname) }
#define DEFINE_MUTEX(mutexname) struct mutex mutexname = __MUTEX_INITIALIZER(mutexname)

extern void __mutex_init(struct mutex *lock, const char *name, struct lock_class_key *key);
#define mutex_init(mutex) __mutex_init(mutex, #mutex, NULL)
extern void mutex_lock(struct mutex *lock);
extern int __must_check mutex_lock_interruptible(struct mutex *lock);
extern int __must_check mutex_lock_killable(struct mutex *lock);
extern void mutex_lock_io(struct mutex *lock);
extern int mutex_trylock(struct mutex *lock);
extern void mutex_unlock(struct mutex *lock);
extern bool mutex_is_locked(struct mutex *lock);
extern void mutex_destroy(struct mutex *lock);
extern int atomic_dec_and_mutex_lock(atomic_t *cnt, struct mutex *lock);
extern int devm_mutex_init(struct device *dev, struct mutex *lock);
#define mutex_lock_nested(lock, subclass) mutex_lock(lock)
#define mutex_lock_nest_lock(lock, nest) mutex_lock(lock)
#define mutex_lock_interruptible_nested(lock, subclass) mutex_lock_interruptible(lock)
#define mutex_lock_killable_nested(lock, subclass) mutex_lock_killable(lock)

DEFINE_GUARD(mutex, struct mutex *, mutex_lock(_T), mutex_unlock(_T))
DEFINE_GUARD_COND(mutex, _try, mutex_trylock(_T))
DEFINE_GUARD_COND(mutex, _intr, mutex_lock_interruptible(_T) == 0)

#endif
