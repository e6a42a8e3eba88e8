/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: opaque counter */
#ifndef KRT_LINUX_SRCU_H
#define KRT_LINUX_SRCU_H

#include <linux/mutex.h>
#include <linux/rcupdate.h>
struct srcu_struct {
	int idx;
};
#define DEFINE_SRCU(name) struct srcu_struct name
#define DEFINE_STATIC_SRCU(name) static struct srcu_struct name
extern int init_srcu_struct(struct srcu_struct *ssp);
extern void cleanup_srcu_struct(struct srcu_struct *ssp);
extern int srcu_read_lock(struct srcu_struct *ssp);
extern void srcu_read_unlock(struct srcu_struct *ssp, int idx);
extern void synchronize_srcu(struct srcu_struct *ssp);
extern void call_srcu(struct srcu_struct *ssp, struct rcu_head *head, rcu_callback_t func);
#define srcu_dereference(p, ssp) ({ (void)(ssp); READ_ONCE(p); })
#define srcu_dereference_check(p, ssp, c) ({ (void)(ssp); (void)(c); READ_ONCE(p); })
DEFINE_LOCK_GUARD_1(srcu, struct srcu_struct, _T->idx = srcu_read_lock(_T->lock),
		    srcu_read_unlock(_T->lock, _T->idx), int idx)

#endif
