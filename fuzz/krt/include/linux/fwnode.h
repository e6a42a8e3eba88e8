/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_FWNODE_H
#define KRT_LINUX_FWNODE_H

#include <linux/types.h>
#include <linux/list.h>
#include <linux/bits.h>
struct fwnode_operations;
struct fwnode_handle {
	struct fwnode_handle *secondary;
	const struct fwnode_operations *ops;
	struct device *dev;
};

#endif
