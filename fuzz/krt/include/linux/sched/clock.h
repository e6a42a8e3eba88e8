/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_SCHED_CLOCK_H
#define KRT_LINUX_SCHED_CLOCK_H

#include <linux/types.h>
extern u64 sched_clock(void);
extern u64 local_clock(void);

#endif
