/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_PM_WAKEUP_H
#define KRT_LINUX_PM_WAKEUP_H

#include <linux/types.h>
struct device;
struct wakeup_source;
extern int device_init_wakeup(struct device *dev, bool val);
extern int device_set_wakeup_enable(struct device *dev, bool enable);
extern void device_set_wakeup_capable(struct device *dev, bool capable);
extern bool device_may_wakeup(struct device *dev);
extern bool device_can_wakeup(struct device *dev);
extern void pm_stay_awake(struct device *dev);
extern void pm_relax(struct device *dev);
extern void pm_wakeup_event(struct device *dev, unsigned int msec);
extern struct wakeup_source *wakeup_source_register(struct device *dev, const char *name);
extern void wakeup_source_unregister(struct wakeup_source *ws);
extern void __pm_stay_awake(struct wakeup_source *ws);
extern void __pm_relax(struct wakeup_source *ws);

#endif
