/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_UTIL_MACROS_H
#define KRT_LINUX_UTIL_MACROS_H

#include <linux/math.h>
#define find_closest(x, a, as) \
	({ \
		typeof(as) __fc_i, __fc_as = (as)-1; \
		typeof(x) __fc_x = (x); \
		for (__fc_i = 0; __fc_i < __fc_as; __fc_i++) { \
			if (__fc_x <= ((a)[__fc_i] + (a)[__fc_i + 1]) / 2) \
				break; \
		} \
		(__fc_i); \
	})

#endif
