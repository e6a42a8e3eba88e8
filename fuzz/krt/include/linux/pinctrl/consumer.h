/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_PINCTRL_CONSUMER_H
#define KRT_LINUX_PINCTRL_CONSUMER_H

#include <linux/err.h>
#include <linux/types.h>
struct device;
struct pinctrl;
extern int pinctrl_pm_select_default_state(struct device *dev);
extern int pinctrl_pm_select_sleep_state(struct device *dev);
extern struct pinctrl *devm_pinctrl_get_select_default(struct device *dev);

#endif
