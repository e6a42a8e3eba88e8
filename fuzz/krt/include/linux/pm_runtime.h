/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_PM_RUNTIME_H
#define KRT_LINUX_PM_RUNTIME_H

#include <linux/device.h>
#include <linux/notifier.h>
#include <linux/pm.h>
#include <linux/jiffies.h>
extern void pm_runtime_enable(struct device *dev);
extern void pm_runtime_disable(struct device *dev);
extern int devm_pm_runtime_enable(struct device *dev);
extern int pm_runtime_get(struct device *dev);
extern int pm_runtime_get_sync(struct device *dev);
extern int pm_runtime_resume_and_get(struct device *dev);
extern int pm_runtime_get_if_in_use(struct device *dev);
#if KRT_SINCE(6, 9)
extern int pm_runtime_get_if_active(struct device *dev);
#else
extern int pm_runtime_get_if_active(struct device *dev, bool ign_usage_count);
#endif
extern void pm_runtime_get_noresume(struct device *dev);
extern int pm_runtime_put(struct device *dev);
extern int pm_runtime_put_sync(struct device *dev);
extern int pm_runtime_put_autosuspend(struct device *dev);
extern int pm_runtime_put_sync_autosuspend(struct device *dev);
extern int pm_runtime_put_sync_suspend(struct device *dev);
extern void pm_runtime_put_noidle(struct device *dev);
extern int pm_runtime_resume(struct device *dev);
extern int pm_runtime_suspend(struct device *dev);
extern int pm_runtime_idle(struct device *dev);
extern int pm_runtime_barrier(struct device *dev);
extern int pm_request_resume(struct device *dev);
extern int pm_runtime_set_active(struct device *dev);
extern int pm_runtime_set_suspended(struct device *dev);
extern void pm_runtime_allow(struct device *dev);
extern void pm_runtime_forbid(struct device *dev);
extern bool pm_runtime_active(struct device *dev);
extern bool pm_runtime_suspended(struct device *dev);
extern bool pm_runtime_status_suspended(struct device *dev);
extern bool pm_runtime_enabled(struct device *dev);
extern void pm_runtime_use_autosuspend(struct device *dev);
extern void pm_runtime_dont_use_autosuspend(struct device *dev);
extern void pm_runtime_set_autosuspend_delay(struct device *dev, int delay);
extern void pm_runtime_mark_last_busy(struct device *dev);
extern void pm_runtime_irq_safe(struct device *dev);
extern void pm_runtime_no_callbacks(struct device *dev);
extern void pm_suspend_ignore_children(struct device *dev, bool enable);
extern int pm_runtime_force_suspend(struct device *dev);
extern int pm_runtime_force_resume(struct device *dev);

#endif
