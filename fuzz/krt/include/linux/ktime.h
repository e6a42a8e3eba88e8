/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_KTIME_H
#define KRT_LINUX_KTIME_H

#include <linux/time.h>
#include <linux/jiffies.h>
typedef s64 ktime_t;
#define KTIME_MAX ((s64)~((u64)1 << 63))
#define ktime_sub(lhs, rhs) ((lhs) - (rhs))
#define ktime_add(lhs, rhs) ((lhs) + (rhs))
#define ktime_add_ns(kt, nsval) ((kt) + (nsval))
#define ktime_sub_ns(kt, nsval) ((kt) - (nsval))
static inline ktime_t ktime_set(const s64 secs, const unsigned long nsecs)
{
	return secs * NSEC_PER_SEC + (s64)nsecs;
}
static inline s64 ktime_to_ns(const ktime_t kt)
{
	return kt;
}
static inline s64 ktime_to_us(const ktime_t kt)
{
	return kt / NSEC_PER_USEC;
}
static inline s64 ktime_to_ms(const ktime_t kt)
{
	return kt / NSEC_PER_MSEC;
}
static inline ktime_t ns_to_ktime(u64 ns)
{
	return ns;
}
static inline ktime_t ms_to_ktime(u64 ms)
{
	return ms * NSEC_PER_MSEC;
}
static inline ktime_t us_to_ktime(u64 us)
{
	return us * NSEC_PER_USEC;
}
static inline ktime_t ktime_add_us(const ktime_t kt, const u64 usec)
{
	return kt + usec * NSEC_PER_USEC;
}
static inline ktime_t ktime_add_ms(const ktime_t kt, const u64 msec)
{
	return kt + msec * NSEC_PER_MSEC;
}
static inline s64 ktime_us_delta(const ktime_t later, const ktime_t earlier)
{
	return ktime_to_us(later - earlier);
}
static inline s64 ktime_ms_delta(const ktime_t later, const ktime_t earlier)
{
	return ktime_to_ms(later - earlier);
}
static inline int ktime_compare(const ktime_t a, const ktime_t b)
{
	return a < b ? -1 : a > b;
}
static inline bool ktime_after(const ktime_t a, const ktime_t b)
{
	return a > b;
}
static inline bool ktime_before(const ktime_t a, const ktime_t b)
{
	return a < b;
}
#define ktime_to_timespec64(kt) ns_to_timespec64(kt)
#include <linux/timekeeping.h>

#endif
