/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: one grace period is one call; the accessors are plain loads and stores */
#ifndef KRT_LINUX_RCUPDATE_H
#define KRT_LINUX_RCUPDATE_H

#include <linux/compiler.h>
#include <linux/types.h>
#include <linux/lockdep.h>
#include <linux/preempt.h>
#include <linux/cleanup.h>

extern void rcu_read_lock(void);
extern void rcu_read_unlock(void);
extern void rcu_read_lock_bh(void);
extern void rcu_read_unlock_bh(void);
extern void rcu_read_lock_sched(void);
extern void rcu_read_unlock_sched(void);
extern int rcu_read_lock_held(void);
extern void synchronize_rcu(void);
extern void synchronize_rcu_expedited(void);
extern void rcu_barrier(void);
extern void call_rcu(struct rcu_head *head, rcu_callback_t func);
extern void kvfree_call_rcu(struct rcu_head *head, void *ptr);

#define rcu_dereference(p) READ_ONCE(p)
#define rcu_dereference_check(p, c) ({ (void)(c); READ_ONCE(p); })
#define rcu_dereference_protected(p, c) ({ (void)(c); (p); })
#define rcu_dereference_raw(p) READ_ONCE(p)
#define rcu_dereference_bh(p) READ_ONCE(p)
#define rcu_access_pointer(p) READ_ONCE(p)
#define unrcu_pointer(p) (p)
#define rcu_pointer_handoff(p) (p)
#define rcu_assign_pointer(p, v) smp_store_release(&(p), (v))
#define rcu_replace_pointer(rcu_ptr, ptr, c) \
	({ \
		typeof(ptr) __rr_old = rcu_dereference_protected(rcu_ptr, c); \
		rcu_assign_pointer(rcu_ptr, ptr); \
		__rr_old; \
	})
#define RCU_INIT_POINTER(p, v) WRITE_ONCE(p, v)
#define RCU_INITIALIZER(v) (v)
#define RCU_POINTER_INITIALIZER(p, v) .p = (v)
#define rcu_head_init(h) do {} while (0)
#define init_rcu_head(h) do {} while (0)
#define __krt_kfree_rcu(name, p, rcu, ...) kvfree_call_rcu(&(p)->rcu, (void *)(p))
#define kfree_rcu(p, ...) __krt_kfree_rcu(kfree_rcu, p, ##__VA_ARGS__)
#define kvfree_rcu(p, ...) __krt_kfree_rcu(kvfree_rcu, p, ##__VA_ARGS__)
#define kfree_rcu_mightsleep(p) kvfree_call_rcu(NULL, (void *)(p))
#define kvfree_rcu_mightsleep(p) kvfree_call_rcu(NULL, (void *)(p))

DEFINE_LOCK_GUARD_0(rcu, rcu_read_lock(), rcu_read_unlock())

#endif
