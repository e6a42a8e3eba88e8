/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* as the kernel */
#ifndef KRT_LINUX_UNITS_H
#define KRT_LINUX_UNITS_H

#include <linux/bits.h>
#include <linux/math.h>
#define NANO 1000000000UL
#define MICRO 1000000UL
#define MILLI 1000UL
#define KILO 1000UL
#define MEGA 1000000UL
#define GIGA 1000000000UL
#define HZ_PER_KHZ 1000UL
#define KHZ_PER_MHZ 1000UL
#define HZ_PER_MHZ 1000000UL
#define MILLIWATT_PER_WATT 1000UL
#define MICROWATT_PER_MILLIWATT 1000UL
#define MICROWATT_PER_WATT 1000000UL
#define MILLIDEGREE_PER_DEGREE 1000
#define MILLIDEGREE_PER_DECIDEGREE 100
static inline long milli_kelvin_to_millicelsius(long t)
{
	return t - 273150;
}

#endif
