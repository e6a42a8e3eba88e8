/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_IOPOLL_H
#define KRT_LINUX_IOPOLL_H

#include <linux/kernel.h>
#include <linux/types.h>
#include <linux/ktime.h>
#include <linux/delay.h>
#include <linux/errno.h>
#include <linux/io.h>
#define read_poll_timeout(op, val, cond, sleep_us, timeout_us, sleep_before_read, args...) \
	({ \
		u64 __rp_timeout = (timeout_us); \
		unsigned long __rp_sleep = (sleep_us); \
		ktime_t __rp_end = ktime_add_us(ktime_get(), __rp_timeout); \
		if ((sleep_before_read) && __rp_sleep) \
			usleep_range((__rp_sleep >> 2) + 1, __rp_sleep); \
		for (;;) { \
			(val) = op(args); \
			if (cond) \
				break; \
			if (__rp_timeout && ktime_compare(ktime_get(), __rp_end) > 0) { \
				(val) = op(args); \
				break; \
			} \
			if (__rp_sleep) \
				usleep_range((__rp_sleep >> 2) + 1, __rp_sleep); \
		} \
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
