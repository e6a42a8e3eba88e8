/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced: opaque nodes */
#ifndef KRT_LINUX_KERNFS_H
#define KRT_LINUX_KERNFS_H

#include <linux/types.h>
#include <linux/err.h>
#include <linux/idr.h>
struct kernfs_node;
extern void kernfs_notify(struct kernfs_node *kn);

#endif
