/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_FREEZER_H
#define KRT_LINUX_FREEZER_H

#include <linux/sched.h>
#include <linux/wait.h>
extern void set_freezable_krt(void);
#define set_freezable() set_freezable_krt()
extern bool try_to_freeze(void);
extern bool freezing(struct task_struct *p);

#endif
