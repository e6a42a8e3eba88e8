/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: count beside a krt_lock */
#ifndef KRT_LINUX_SEMAPHORE_H
#define KRT_LINUX_SEMAPHORE_H

#include <krt/lock.h>
#include <linux/list.h>
#include <linux/spinlock.h>

struct semaphore {
	struct krt_lock lock;
	unsigned int count;
};
#define __SEMAPHORE_INITIALIZER(name, n) { .lock = KRT_LOCK_INIT(name), .count = n }
/* Since 6.4 the count is a second argument; before, it was always 1. */
#define __krt_sem_n(_1, n, ...) n
#define DEFINE_SEMAPHORE(name, ...) \
	struct semaphore name = __SEMAPHORE_INITIALIZER(name, __krt_sem_n(_, ##__VA_ARGS__, 1))
extern void sema_init(struct semaphore *sem, int val);
extern void down(struct semaphore *sem);
extern int __must_check down_interruptible(struct semaphore *sem);
extern int __must_check down_killable(struct semaphore *sem);
extern int __must_check down_trylock(struct semaphore *sem);
extern int __must_check down_timeout(struct semaphore *sem, long jiffies);
extern void up(struct semaphore *sem);

#endif
