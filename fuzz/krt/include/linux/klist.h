/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_KLIST_H
#define KRT_LINUX_KLIST_H

#include <linux/spinlock.h>
#include <linux/kref.h>
struct klist_node {
	void *n_klist;
	struct list_head n_node;
	struct kref n_ref;
};

#endif
