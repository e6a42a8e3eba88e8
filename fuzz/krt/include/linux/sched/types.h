/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_SCHED_TYPES_H
#define KRT_LINUX_SCHED_TYPES_H

#include <linux/types.h>
struct sched_param {
	int sched_priority;
};

#endif
