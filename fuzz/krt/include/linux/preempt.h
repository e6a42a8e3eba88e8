/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: contexts are asked of the runtime */
#ifndef KRT_LINUX_PREEMPT_H
#define KRT_LINUX_PREEMPT_H

#include <linux/types.h>
#include <linux/cleanup.h>
extern void preempt_disable(void);
extern void preempt_enable(void);
extern int preempt_count(void);
extern bool in_interrupt(void);
extern bool in_atomic(void);
extern bool in_irq(void);
extern bool in_hardirq(void);
extern bool in_softirq(void);
extern bool in_serving_softirq(void);
extern bool in_nmi(void);
extern bool in_task(void);
extern bool preemptible(void);
extern void migrate_disable(void);
extern void migrate_enable(void);
DEFINE_LOCK_GUARD_0(preempt, preempt_disable(), preempt_enable())
DEFINE_LOCK_GUARD_0(migrate, migrate_disable(), migrate_enable())

#endif
