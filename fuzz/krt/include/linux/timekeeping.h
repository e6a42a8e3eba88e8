/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_TIMEKEEPING_H
#define KRT_LINUX_TIMEKEEPING_H

#include <linux/errno.h>
#include <linux/time64.h>
#include <linux/types.h>
extern s64 ktime_get(void);
extern s64 ktime_get_real(void);
extern s64 ktime_get_boottime(void);
extern s64 ktime_get_raw(void);
extern u64 ktime_get_ns(void);
extern u64 ktime_get_real_ns(void);
extern u64 ktime_get_boottime_ns(void);
extern u64 ktime_get_raw_ns(void);
extern u64 ktime_get_mono_fast_ns(void);
extern time64_t ktime_get_seconds(void);
extern time64_t ktime_get_real_seconds(void);
extern time64_t ktime_get_boottime_seconds(void);
extern void ktime_get_ts64(struct timespec64 *ts);
extern void ktime_get_real_ts64(struct timespec64 *ts);
extern void ktime_get_boottime_ts64(struct timespec64 *ts);
extern void ktime_get_coarse_real_ts64(struct timespec64 *ts);
extern void getnstimeofday64(struct timespec64 *ts);

#endif
