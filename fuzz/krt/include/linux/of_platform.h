/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_OF_PLATFORM_H
#define KRT_LINUX_OF_PLATFORM_H

#include <linux/platform_device.h>
#include <linux/of.h>
extern struct platform_device *of_find_device_by_node(struct device_node *np);
extern int of_platform_populate(struct device_node *root, const struct of_device_id *matches,
				const void *lookup, struct device *parent);
extern void of_platform_depopulate(struct device *parent);
extern int devm_of_platform_populate(struct device *dev);

#endif
