/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_UAPI_LINUX_SCHED_TYPES_H
#define KRT_UAPI_LINUX_SCHED_TYPES_H

#include <linux/sched/types.h>

#endif
