/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_OF_IRQ_H
#define KRT_LINUX_OF_IRQ_H

#include <linux/types.h>
#include <linux/of.h>
#include <linux/irq.h>
extern unsigned int irq_of_parse_and_map(struct device_node *node, int index);
extern int of_irq_get(struct device_node *dev, int index);
extern int of_irq_get_byname(struct device_node *dev, const char *name);
extern void irq_dispose_mapping(unsigned int virq);

#endif
