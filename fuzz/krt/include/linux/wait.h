/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: waiting calls krt_wait(), which lets other work run and then asks again */
#ifndef KRT_LINUX_WAIT_H
#define KRT_LINUX_WAIT_H

#include <linux/list.h>
#include <linux/stddef.h>
#include <linux/spinlock.h>
#include <linux/sched.h>

struct wait_queue_entry {
	unsigned int flags;
	void *private;
	int (*func)(struct wait_queue_entry *wq_entry, unsigned int mode, int flags, void *key);
	struct list_head entry;
};
typedef struct wait_queue_entry wait_queue_entry_t;
typedef struct wait_queue_entry wait_queue_t;
struct wait_queue_head {
	spinlock_t lock;
	struct list_head head;
};
typedef struct wait_queue_head wait_queue_head_t;

#define __WAIT_QUEUE_HEAD_INITIALIZER(name) { .head = LIST_HEAD_INIT(name.head) }
#define DECLARE_WAIT_QUEUE_HEAD(name) \
	struct wait_queue_head name = __WAIT_QUEUE_HEAD_INITIALIZER(name)
#define DECLARE_WAIT_QUEUE_HEAD_ONSTACK(name) DECLARE_WAIT_QUEUE_HEAD(name)
#define DECLARE_WAITQUEUE(name, tsk) struct wait_queue_entry name = { .private = tsk }
#define DEFINE_WAIT(name) struct wait_queue_entry name = { .private = current }
#define DEFINE_WAIT_FUNC(name, function) struct wait_queue_entry name = { .func = function }
extern void init_waitqueue_head(struct wait_queue_head *wq_head);
extern void init_waitqueue_entry(struct wait_queue_entry *wq_entry, struct task_struct *p);
extern void init_waitqueue_func_entry(struct wait_queue_entry *wq_entry,
				      int (*func)(struct wait_queue_entry *wq_entry,
						  unsigned int mode, int flags, void *key));
extern int waitqueue_active(struct wait_queue_head *wq_head);
extern void add_wait_queue(struct wait_queue_head *wq_head, struct wait_queue_entry *wq_entry);
extern void remove_wait_queue(struct wait_queue_head *wq_head, struct wait_queue_entry *wq_entry);
extern void prepare_to_wait(struct wait_queue_head *wq_head, struct wait_queue_entry *wq_entry,
			    int state);
extern void finish_wait(struct wait_queue_head *wq_head, struct wait_queue_entry *wq_entry);
extern void wake_up(struct wait_queue_head *wq_head);
extern void wake_up_all(struct wait_queue_head *wq_head);
extern void wake_up_interruptible(struct wait_queue_head *wq_head);
extern void wake_up_interruptible_all(struct wait_queue_head *wq_head);
extern void wake_up_interruptible_sync(struct wait_queue_head *wq_head);
extern void wake_up_locked(struct wait_queue_head *wq_head);
#define wake_up_poll(x, m) wake_up(x)
#define wake_up_interruptible_poll(x, m) wake_up_interruptible(x)

/* Waits at most @timeout jiffies; the rest of them, 0 when used up, -ERESTARTSYS for a signal. */
extern long krt_wait(struct wait_queue_head *wq_head, int interruptible, long timeout);

#define __krt_wait_event(wq, cond, intr, timeout) \
	({ \
		long __wait_left = (timeout); \
		while (!(cond) && __wait_left > 0) \
			__wait_left = krt_wait(&(wq), intr, __wait_left); \
		__wait_left; \
	})
#define __krt_wait_timeout(wq, cond, intr, timeout) \
	({ \
		long __wait_ret = __krt_wait_event(wq, cond, intr, timeout); \
		__wait_ret == 0 && (cond) ? 1 : __wait_ret; \
	})
#define __krt_wait_intr(wq, cond) \
	({ \
		long __wait_ret = __krt_wait_event(wq, cond, 1, MAX_SCHEDULE_TIMEOUT); \
		__wait_ret < 0 ? (int)__wait_ret : 0; \
	})
#define wait_event(wq, cond) ((void)__krt_wait_event(wq, cond, 0, MAX_SCHEDULE_TIMEOUT))
#define io_wait_event(wq, cond) wait_event(wq, cond)
#define wait_event_timeout(wq, cond, timeout) __krt_wait_timeout(wq, cond, 0, timeout)
#define wait_event_interruptible(wq, cond) __krt_wait_intr(wq, cond)
#define wait_event_interruptible_exclusive(wq, cond) __krt_wait_intr(wq, cond)
#define wait_event_killable(wq, cond) __krt_wait_intr(wq, cond)
#define wait_event_freezable(wq, cond) __krt_wait_intr(wq, cond)
#define wait_event_interruptible_timeout(wq, cond, timeout) \
	__krt_wait_timeout(wq, cond, 1, timeout)
#define wait_event_killable_timeout(wq, cond, timeout) __krt_wait_timeout(wq, cond, 1, timeout)
#define wait_event_lock_irq(wq, cond, lock) \
	do { \
		while (!(cond)) { \
			spin_unlock_irq(&(lock)); \
			krt_wait(&(wq), 0, MAX_SCHEDULE_TIMEOUT); \
			spin_lock_irq(&(lock)); \
		} \
	} while (0)

#endif
