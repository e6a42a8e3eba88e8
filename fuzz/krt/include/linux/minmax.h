/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: no mixed-signedness check; arguments are evaluated once, as in the kernel */
#ifndef KRT_LINUX_MINMAX_H
#define KRT_LINUX_MINMAX_H

#include <linux/compiler.h>
#include <linux/const.h>
#include <linux/types.h>

#define __krt_pick(op, x, y, ux, uy) \
	({ \
		__auto_type ux = (x); \
		__auto_type uy = (y); \
		ux op uy ? ux : uy; \
	})
#define __krt_pick_t(op, type, x, y, ux, uy) \
	({ \
		type ux = (x); \
		type uy = (y); \
		ux op uy ? ux : uy; \
	})

#define min(x, y) __krt_pick(<, x, y, __UNIQUE_ID(x_), __UNIQUE_ID(y_))
#define max(x, y) __krt_pick(>, x, y, __UNIQUE_ID(x_), __UNIQUE_ID(y_))
#define umin(x, y) min_t(u64, x, y)
#define umax(x, y) max_t(u64, x, y)
#define min3(x, y, z) min(min(x, y), z)
#define max3(x, y, z) max(max(x, y), z)
#define min_t(type, x, y) __krt_pick_t(<, type, x, y, __UNIQUE_ID(x_), __UNIQUE_ID(y_))
#define max_t(type, x, y) __krt_pick_t(>, type, x, y, __UNIQUE_ID(x_), __UNIQUE_ID(y_))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define MIN_T(type, a, b) ((type)(a) < (type)(b) ? (type)(a) : (type)(b))
#define MAX_T(type, a, b) ((type)(a) > (type)(b) ? (type)(a) : (type)(b))
#define min_not_zero(x, y) \
	({ \
		typeof(x) __mnz_x = (x); \
		typeof(y) __mnz_y = (y); \
		__mnz_x == 0 ? __mnz_y : ((__mnz_y == 0) ? __mnz_x : min(__mnz_x, __mnz_y)); \
	})
#define clamp(val, lo, hi) min((typeof(val))max(val, lo), hi)
#define clamp_t(type, val, lo, hi) min_t(type, max_t(type, val, lo), hi)
#define clamp_val(val, lo, hi) clamp_t(typeof(val), val, lo, hi)
#define in_range(val, start, len) ((u64)(val) - (u64)(start) < (u64)(len))
#define swap(a, b) \
	do { \
		typeof(a) __swap_tmp = (a); \
		(a) = (b); \
		(b) = __swap_tmp; \
	} while (0)

#endif
