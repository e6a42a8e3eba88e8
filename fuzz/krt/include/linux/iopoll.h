/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: one read stands for many */
#ifndef KRT_LINUX_IOPOLL_H
#define KRT_LINUX_IOPOLL_H

#include <linux/kernel.h>
#include <linux/types.h>
#include <linux/ktime.h>
#include <linux/delay.h>
#include <linux/errno.h>
#include <linux/io.h>
/*
 * One read stands for the last of many: nothing of a driver's depends on how
 * often its device was asked before, and no device of this runtime changes its
 * mind while it is waited for.
 */
#define read_poll_timeout(op, val, cond, sleep_us, timeout_us, sleep_before_read, args...) \
	({ \
		unsigned long __rp_sleep = (sleep_us); \
		(void)(timeout_us); \
		(void)(sleep_before_read); \
		if (__rp_sleep) \
			usleep_range((__rp_sleep >> 2) + 1, __rp_sleep); \
		(val) = op(args); \
		(cond) ? 0 : -ETIMEDOUT; \
	})
#define read_poll_timeout_atomic(op, val, cond, delay_us, timeout_us, before, args...) \
	read_poll_timeout(op, val, cond, 0, timeout_us, before, args)
#define readx_poll_timeout(op, addr, val, cond, sleep_us, timeout_us) \
	read_poll_timeout(op, val, cond, sleep_us, timeout_us, false, addr)
#define readx_poll_timeout_atomic(op, addr, val, cond, delay_us, timeout_us) \
	read_poll_timeout_atomic(op, val, cond, delay_us, timeout_us, false, addr)
#define readb_poll_timeout(addr, val, cond, us, to) \
	readx_poll_timeout(readb, addr, val, cond, us, to)
#define readw_poll_timeout(addr, val, cond, us, to) \
	readx_poll_timeout(readw, addr, val, cond, us, to)
#define readl_poll_timeout(addr, val, cond, us, to) \
	readx_poll_timeout(readl, addr, val, cond, us, to)
#define readq_poll_timeout(addr, val, cond, us, to) \
	readx_poll_timeout(readq, addr, val, cond, us, to)
#define readl_relaxed_poll_timeout(addr, val, cond, us, to) \
	readx_poll_timeout(readl_relaxed, addr, val, cond, us, to)
#define readl_poll_timeout_atomic(addr, val, cond, us, to) \
	readx_poll_timeout_atomic(readl, addr, val, cond, us, to)

#endif
