/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_KTHREAD_H
#define KRT_LINUX_KTHREAD_H

#include <linux/err.h>
#include <linux/sched.h>
extern __printf(4, 5) struct task_struct *
kthread_create_on_node(int (*threadfn)(void *data), void *data, int node, const char namefmt[],
		       ...);
#define kthread_create(threadfn, data, namefmt, arg...) \
	kthread_create_on_node(threadfn, data, -1, namefmt, ##arg)
#define kthread_run(threadfn, data, namefmt, ...) \
	({ \
		struct task_struct *__kr_k = \
			kthread_create(threadfn, data, namefmt, ##__VA_ARGS__); \
		if (!IS_ERR(__kr_k)) \
			wake_up_process(__kr_k); \
		__kr_k; \
	})
extern int kthread_stop(struct task_struct *k);
extern bool kthread_should_stop(void);
extern bool kthread_should_park(void);
extern bool kthread_freezable_should_stop(bool *was_frozen);
extern void kthread_bind(struct task_struct *k, unsigned int cpu);
extern void kthread_use_mm(struct mm_struct *mm);
extern void kthread_unuse_mm(struct mm_struct *mm);

#endif
