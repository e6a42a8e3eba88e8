/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: callbacks and messages */
#ifndef KRT_LINUX_PM_H
#define KRT_LINUX_PM_H

#include <linux/export.h>
#include <linux/list.h>
#include <linux/types.h>
#include <linux/workqueue.h>
#include <linux/spinlock.h>
#include <linux/wait.h>
#include <linux/timer.h>
#include <linux/completion.h>
struct device;
typedef struct pm_message {
	int event;
} pm_message_t;
#define PM_EVENT_SUSPEND 0x0002
#define PM_EVENT_FREEZE 0x0001
#define PM_EVENT_RESUME 0x0010
#define PM_EVENT_HIBERNATE 0x0004
#define PMSG_SUSPEND ((struct pm_message){ .event = PM_EVENT_SUSPEND })
#define PMSG_RESUME ((struct pm_message){ .event = PM_EVENT_RESUME })
#define PMSG_ON ((struct pm_message){ .event = 0 })
struct dev_pm_ops {
	int (*prepare)(struct device *dev);
	void (*complete)(struct device *dev);
	int (*suspend)(struct device *dev);
	int (*resume)(struct device *dev);
	int (*freeze)(struct device *dev);
	int (*thaw)(struct device *dev);
	int (*poweroff)(struct device *dev);
	int (*restore)(struct device *dev);
	int (*suspend_late)(struct device *dev);
	int (*resume_early)(struct device *dev);
	int (*freeze_late)(struct device *dev);
	int (*thaw_early)(struct device *dev);
	int (*poweroff_late)(struct device *dev);
	int (*restore_early)(struct device *dev);
	int (*suspend_noirq)(struct device *dev);
	int (*resume_noirq)(struct device *dev);
	int (*freeze_noirq)(struct device *dev);
	int (*thaw_noirq)(struct device *dev);
	int (*poweroff_noirq)(struct device *dev);
	int (*restore_noirq)(struct device *dev);
	int (*runtime_suspend)(struct device *dev);
	int (*runtime_resume)(struct device *dev);
	int (*runtime_idle)(struct device *dev);
};
#define SYSTEM_SLEEP_PM_OPS(suspend_fn, resume_fn) \
	.suspend = suspend_fn, .resume = resume_fn, .freeze = suspend_fn, .thaw = resume_fn, \
	.poweroff = suspend_fn, .restore = resume_fn,
#define LATE_SYSTEM_SLEEP_PM_OPS(suspend_fn, resume_fn) \
	.suspend_late = suspend_fn, .resume_early = resume_fn, .freeze_late = suspend_fn, \
	.thaw_early = resume_fn, .poweroff_late = suspend_fn, .restore_early = resume_fn,
#define NOIRQ_SYSTEM_SLEEP_PM_OPS(suspend_fn, resume_fn) \
	.suspend_noirq = suspend_fn, .resume_noirq = resume_fn, .freeze_noirq = suspend_fn, \
	.thaw_noirq = resume_fn, .poweroff_noirq = suspend_fn, .restore_noirq = resume_fn,
#define RUNTIME_PM_OPS(suspend_fn, resume_fn, idle_fn) \
	.runtime_suspend = suspend_fn, .runtime_resume = resume_fn, .runtime_idle = idle_fn,
#define SET_SYSTEM_SLEEP_PM_OPS(s, r) SYSTEM_SLEEP_PM_OPS(s, r)
#define SET_LATE_SYSTEM_SLEEP_PM_OPS(s, r) LATE_SYSTEM_SLEEP_PM_OPS(s, r)
#define SET_NOIRQ_SYSTEM_SLEEP_PM_OPS(s, r) NOIRQ_SYSTEM_SLEEP_PM_OPS(s, r)
#define SET_RUNTIME_PM_OPS(s, r, i) RUNTIME_PM_OPS(s, r, i)
#define _DEFINE_DEV_PM_OPS(name, s, r, rs, rr, i) \
	const struct dev_pm_ops name = { SYSTEM_SLEEP_PM_OPS(s, r) RUNTIME_PM_OPS(rs, rr, i) }
#define DEFINE_SIMPLE_DEV_PM_OPS(name, s, r) _DEFINE_DEV_PM_OPS(name, s, r, NULL, NULL, NULL)
#define SIMPLE_DEV_PM_OPS(name, s, r) \
	const struct dev_pm_ops __maybe_unused name = { SYSTEM_SLEEP_PM_OPS(s, r) }
#define UNIVERSAL_DEV_PM_OPS(name, s, r, i) \
	const struct dev_pm_ops __maybe_unused name = { \
		SYSTEM_SLEEP_PM_OPS(s, r) RUNTIME_PM_OPS(s, r, i) \
	}
#define EXPORT_SIMPLE_DEV_PM_OPS(name, s, r) DEFINE_SIMPLE_DEV_PM_OPS(name, s, r)
#define EXPORT_GPL_SIMPLE_DEV_PM_OPS(name, s, r) DEFINE_SIMPLE_DEV_PM_OPS(name, s, r)
#define pm_ptr(ptr) (ptr)
#define pm_sleep_ptr(ptr) (ptr)
struct dev_pm_info {
	pm_message_t power_state;
	unsigned int can_wakeup : 1;
	unsigned int async_suspend : 1;
	bool is_suspended : 1;
	atomic_t usage_count;
	int runtime_status;
	void *subsys_data;
};
extern int device_pm_wait_for_dev(struct device *sub, struct device *dev);
#include <linux/pm_wakeup.h>

#endif
