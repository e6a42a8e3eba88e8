/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_OF_ADDRESS_H
#define KRT_LINUX_OF_ADDRESS_H

#include <linux/ioport.h>
#include <linux/errno.h>
#include <linux/of.h>
extern void __iomem *of_iomap(struct device_node *node, int index);
extern int of_address_to_resource(struct device_node *dev, int index, struct resource *r);
extern const __be32 *of_get_address(struct device_node *dev, int index, u64 *size,
				    unsigned int *flags);

#endif
