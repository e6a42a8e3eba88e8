/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_PM_DOMAIN_H
#define KRT_LINUX_PM_DOMAIN_H

#include <linux/device.h>
struct generic_pm_domain;
extern int dev_pm_domain_attach(struct device *dev, bool power_on);
extern void dev_pm_domain_detach(struct device *dev, bool power_off);

#endif
