/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_SCHED_TASK_H
#define KRT_LINUX_SCHED_TASK_H

#include <linux/sched.h>

#endif
