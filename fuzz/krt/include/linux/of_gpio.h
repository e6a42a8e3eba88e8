/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_OF_GPIO_H
#define KRT_LINUX_OF_GPIO_H

#include <linux/of.h>
#include <linux/gpio/consumer.h>
extern int of_get_named_gpio(const struct device_node *np, const char *list_name, int index);

#endif
