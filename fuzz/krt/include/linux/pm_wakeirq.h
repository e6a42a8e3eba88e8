/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_PM_WAKEIRQ_H
#define KRT_LINUX_PM_WAKEIRQ_H

struct device;
extern int dev_pm_set_wake_irq(struct device *dev, int irq);
extern void dev_pm_clear_wake_irq(struct device *dev);

#endif
