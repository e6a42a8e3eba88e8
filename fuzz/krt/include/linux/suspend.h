/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_SUSPEND_H
#define KRT_LINUX_SUSPEND_H

#include <linux/notifier.h>
#include <linux/pm.h>
typedef int suspend_state_t;
#define PM_SUSPEND_ON 0
#define PM_SUSPEND_MEM 3
#define PM_HIBERNATION_PREPARE 0x0001
#define PM_POST_HIBERNATION 0x0002
#define PM_SUSPEND_PREPARE 0x0003
#define PM_POST_SUSPEND 0x0004
extern int register_pm_notifier(struct notifier_block *nb);
extern int unregister_pm_notifier(struct notifier_block *nb);

#endif
