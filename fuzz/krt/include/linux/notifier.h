/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_NOTIFIER_H
#define KRT_LINUX_NOTIFIER_H

#include <linux/errno.h>
#include <linux/types.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
struct notifier_block;
typedef int (*notifier_fn_t)(struct notifier_block *nb, unsigned long action, void *data);
struct notifier_block {
	notifier_fn_t notifier_call;
	struct notifier_block *next;
	int priority;
};
struct atomic_notifier_head {
	spinlock_t lock;
	struct notifier_block *head;
};
struct blocking_notifier_head {
	struct rw_semaphore rwsem;
	struct notifier_block *head;
};
struct raw_notifier_head {
	struct notifier_block *head;
};
#define NOTIFY_DONE 0x0000
#define NOTIFY_OK 0x0001
#define NOTIFY_STOP_MASK 0x8000
#define NOTIFY_BAD (NOTIFY_STOP_MASK | 0x0002)
#define NOTIFY_STOP (NOTIFY_OK | NOTIFY_STOP_MASK)
#define ATOMIC_NOTIFIER_HEAD(name) struct atomic_notifier_head name = { .head = NULL }
#define BLOCKING_NOTIFIER_HEAD(name) struct blocking_notifier_head name = { .head = NULL }
#define RAW_NOTIFIER_HEAD(name) struct raw_notifier_head name = { .head = NULL }
#define BLOCKING_INIT_NOTIFIER_HEAD(name) \
	do { \
		init_rwsem(&(name)->rwsem); \
		(name)->head = NULL; \
	} while (0)
#define ATOMIC_INIT_NOTIFIER_HEAD(name) \
	do { \
		spin_lock_init(&(name)->lock); \
		(name)->head = NULL; \
	} while (0)
extern int atomic_notifier_chain_register(struct atomic_notifier_head *nh,
					  struct notifier_block *nb);
extern int atomic_notifier_chain_unregister(struct atomic_notifier_head *nh,
					    struct notifier_block *nb);
extern int atomic_notifier_call_chain(struct atomic_notifier_head *nh, unsigned long val, void *v);
extern int blocking_notifier_chain_register(struct blocking_notifier_head *nh,
					    struct notifier_block *nb);
extern int blocking_notifier_chain_unregister(struct blocking_notifier_head *nh,
					      struct notifier_block *nb);
extern int blocking_notifier_call_chain(struct blocking_notifier_head *nh, unsigned long val,
					void *v);
static inline int notifier_from_errno(int err)
{
	return err ? NOTIFY_STOP_MASK | (NOTIFY_OK - err) : NOTIFY_OK;
}
static inline int notifier_to_errno(int ret)
{
	ret &= ~NOTIFY_STOP_MASK;
	return ret > NOTIFY_OK ? NOTIFY_OK - ret : 0;
}

#endif
