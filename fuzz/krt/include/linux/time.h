/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_TIME_H
#define KRT_LINUX_TIME_H

#include <linux/cache.h>
#include <linux/math64.h>
#include <linux/time64.h>
struct tm {
	int tm_sec;
	int tm_min;
	int tm_hour;
	int tm_mday;
	int tm_mon;
	long tm_year;
	int tm_wday;
	int tm_yday;
};
extern void time64_to_tm(time64_t totalsecs, int offset, struct tm *result);
extern time64_t mktime64(const unsigned int year, const unsigned int mon, const unsigned int day,
			 const unsigned int hour, const unsigned int min, const unsigned int sec);
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_BOOTTIME 7

#endif
