// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The clock and random numbers: both functions of the world's seed and of how
 * often they were asked, so that a run can be repeated. The clock moves by a
 * microsecond with each question and by what a delay lasts, which ends loops
 * that poll; jiffies follow it.
 */
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/timekeeping.h>
#include <linux/random.h>
#include <linux/delay.h>
#include <linux/uuid.h>

#include "internal.h"

/* 1 January 2024, where the wall clock of seed 0 begins. */
#define EPOCH_SECONDS 1704067200ull

#undef jiffies
unsigned long volatile jiffies;
u64 jiffies_64;

static u64 clock_now(void)
{
	krt_clock_pass(1000);
	return krt.now;
}

void krt_clock_pass(u64 ns)
{
	krt.now += ns;
	jiffies_64 = krt.now / (NSEC_PER_SEC / HZ);
	jiffies = jiffies_64;
}

void krt_world_seed(unsigned long seed)
{
	krt.seed = seed;
	krt.random = (seed + 1) * 0x9e3779b97f4a7c15ull;
	krt.now = NSEC_PER_SEC * (1000 + seed % 100000 * 77);
	krt_clock_pass(0);
}

static u64 wall_ns(void)
{
	return EPOCH_SECONDS * NSEC_PER_SEC + clock_now();
}

static void split(u64 ns, struct timespec64 *ts)
{
	ts->tv_sec = ns / NSEC_PER_SEC;
	ts->tv_nsec = ns % NSEC_PER_SEC;
}

ktime_t ktime_get(void)
{
	return clock_now();
}

ktime_t ktime_get_raw(void)
{
	return clock_now();
}

u64 ktime_get_mono_fast_ns(void)
{
	return clock_now();
}

time64_t ktime_get_seconds(void)
{
	return clock_now() / NSEC_PER_SEC;
}

time64_t ktime_get_real_seconds(void)
{
	return wall_ns() / NSEC_PER_SEC;
}

void ktime_get_ts64(struct timespec64 *ts)
{
	split(clock_now(), ts);
}

void ktime_get_real_ts64(struct timespec64 *ts)
{
	split(wall_ns(), ts);
}

void ktime_get_coarse_real_ts64(struct timespec64 *ts)
{
	split(wall_ns(), ts);
}

#ifdef KRT_BUNDLED
ktime_t ktime_get_real(void)
{
	return wall_ns();
}

ktime_t ktime_get_boottime(void)
{
	return clock_now();
}

u64 ktime_get_ns(void)
{
	return clock_now();
}

u64 ktime_get_real_ns(void)
{
	return wall_ns();
}

u64 ktime_get_boottime_ns(void)
{
	return clock_now();
}

u64 ktime_get_raw_ns(void)
{
	return clock_now();
}

time64_t ktime_get_boottime_seconds(void)
{
	return clock_now() / NSEC_PER_SEC;
}

void ktime_get_boottime_ts64(struct timespec64 *ts)
{
	split(clock_now(), ts);
}

void getnstimeofday64(struct timespec64 *ts)
{
	split(wall_ns(), ts);
}
#else
ktime_t ktime_get_with_offset(enum tk_offsets offs)
{
	return offs == TK_OFFS_REAL ? wall_ns() : clock_now();
}
#endif

unsigned int jiffies_to_msecs(const unsigned long j)
{
	return j * (MSEC_PER_SEC / HZ);
}

unsigned int jiffies_to_usecs(const unsigned long j)
{
	return j * (USEC_PER_SEC / HZ);
}

clock_t jiffies_to_clock_t(unsigned long j)
{
	return j / (HZ / 100);
}

unsigned long nsecs_to_jiffies(u64 n)
{
	return n / (NSEC_PER_SEC / HZ);
}

/* Rounded up; what does not fit is for ever. */
static unsigned long to_jiffies(u64 n, u64 per_jiffy)
{
	return min_t(u64, DIV_ROUND_UP_ULL(n, per_jiffy), MAX_JIFFY_OFFSET);
}

#ifdef KRT_BUNDLED
u64 get_jiffies_64(void)
{
	clock_now();
	return jiffies_64;
}

u64 jiffies_to_nsecs(const unsigned long j)
{
	return (u64)j * (NSEC_PER_SEC / HZ);
}

unsigned long msecs_to_jiffies(const unsigned int m)
{
	return (int)m < 0 ? MAX_JIFFY_OFFSET : to_jiffies(m, MSEC_PER_SEC / HZ);
}

unsigned long usecs_to_jiffies(const unsigned int u)
{
	return to_jiffies(u, USEC_PER_SEC / HZ);
}
#else
unsigned long __msecs_to_jiffies(const unsigned int m)
{
	return (int)m < 0 ? MAX_JIFFY_OFFSET : to_jiffies(m, MSEC_PER_SEC / HZ);
}

unsigned long __usecs_to_jiffies(const unsigned int u)
{
	return to_jiffies(u, USEC_PER_SEC / HZ);
}
#endif

/* --- delays --------------------------------------------------------------------------- */

void msleep(unsigned int ms)
{
	krt_may_sleep("msleep()", KRT_PC);
	krt_clock_pass((u64)ms * NSEC_PER_MSEC);
}

unsigned long msleep_interruptible(unsigned int ms)
{
	krt_may_sleep("msleep_interruptible()", KRT_PC);
	if (krt.signal)
		return ms;
	krt_clock_pass((u64)ms * NSEC_PER_MSEC);
	return 0;
}

static void sleep_us(unsigned long us, const char *what, const void *pc)
{
	krt_may_sleep(what, pc);
	krt_clock_pass((u64)us * NSEC_PER_USEC);
}

void usleep_range_state(unsigned long min, unsigned long max, unsigned int state)
{
	sleep_us(min, "usleep_range()", KRT_PC);
}

#ifdef KRT_BUNDLED
void usleep_range(unsigned long min, unsigned long max)
{
	sleep_us(min, "usleep_range()", KRT_PC);
}

void ssleep(unsigned int seconds)
{
	sleep_us(seconds * USEC_PER_SEC, "ssleep()", KRT_PC);
}

void fsleep(unsigned long us)
{
	sleep_us(us, "fsleep()", KRT_PC);
}

void udelay(unsigned long us)
{
	krt_clock_pass((u64)us * NSEC_PER_USEC);
}

void ndelay(unsigned long ns)
{
	krt_clock_pass(ns);
}

void mdelay(unsigned long ms)
{
	krt_clock_pass((u64)ms * NSEC_PER_MSEC);
}
#else
void __udelay(unsigned long us)
{
	krt_clock_pass((u64)us * NSEC_PER_USEC);
}

void __ndelay(unsigned long ns)
{
	krt_clock_pass(ns);
}

/* A constant delay comes in units of 2^32 / 10^6 (or 2^32 / 10^9: the callers know). */
void __const_udelay(unsigned long xloops)
{
	krt_clock_pass((u64)xloops * 1000 / 4295);
}
#endif

/* --- random numbers ---------------------------------------------------------------------- */

static u64 next_random(void)
{
	u64 z = krt.random += 0x9e3779b97f4a7c15ull;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ z >> 27) * 0x94d049bb133111ebull;
	return z ^ z >> 31;
}

static void random_bytes(void *buf, size_t len)
{
	u8 *p = buf;

	while (len--)
		*p++ = next_random();
}

void get_random_bytes(void *buf, size_t len)
{
	random_bytes(buf, len);
}

u32 get_random_u32(void)
{
	return next_random();
}

u64 get_random_u64(void)
{
	return next_random();
}

u8 get_random_u8(void)
{
	return next_random();
}

u16 get_random_u16(void)
{
	return next_random();
}

#ifdef KRT_BUNDLED
unsigned long get_random_long(void)
{
	return next_random();
}

u32 get_random_u32_below(u32 ceil)
{
	return ceil ? next_random() % ceil : 0;
}

u32 get_random_u32_inclusive(u32 floor, u32 ceil)
{
	return floor + next_random() % ((u64)ceil - floor + 1);
}

u32 prandom_u32(void)
{
	return next_random();
}

u32 prandom_u32_max(u32 ceil)
{
	return ceil ? next_random() % ceil : 0;
}

void prandom_bytes(void *buf, size_t len)
{
	random_bytes(buf, len);
}

int get_random_bytes_wait(void *buf, size_t len)
{
	random_bytes(buf, len);
	return 0;
}
#endif

int wait_for_random_bytes(void)
{
	return 0;
}

void generate_random_uuid(unsigned char uuid[16])
{
	random_bytes(uuid, 16);
	uuid[6] = (uuid[6] & 0x0f) | 0x40;
	uuid[8] = (uuid[8] & 0x3f) | 0x80;
}

void generate_random_guid(unsigned char guid[16])
{
	random_bytes(guid, 16);
	guid[7] = (guid[7] & 0x0f) | 0x40;
	guid[8] = (guid[8] & 0x3f) | 0x80;
}

void guid_gen(guid_t *u)
{
	generate_random_guid((unsigned char *)u);
}

void uuid_gen(uuid_t *u)
{
	generate_random_uuid((unsigned char *)u);
}
