/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_DEVM_HELPERS_H
#define KRT_LINUX_DEVM_HELPERS_H

#include <linux/device.h>
#include <linux/workqueue.h>
extern int devm_delayed_work_autocancel(struct device *dev, struct delayed_work *w,
					work_func_t worker);
extern int devm_work_autocancel(struct device *dev, struct work_struct *w, work_func_t worker);

#endif
