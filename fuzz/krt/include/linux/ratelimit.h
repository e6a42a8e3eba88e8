/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_RATELIMIT_H
#define KRT_LINUX_RATELIMIT_H

#include <linux/ratelimit_types.h>
#include <linux/sched.h>
#include <linux/spinlock.h>

extern void ratelimit_state_init(struct ratelimit_state *rs, int interval, int burst);
extern void ratelimit_default_init(struct ratelimit_state *rs);
extern void ratelimit_set_flags(struct ratelimit_state *rs, unsigned long flags);

#endif
