/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: BUG and WARN call krt_bug(), krt_warn(), __warn_printk() in place of a trap */
#ifndef KRT_LINUX_BUG_H
#define KRT_LINUX_BUG_H

#include <linux/compiler.h>
#include <linux/types.h>
#include <linux/build_bug.h>

extern void krt_bug(const char *file, int line, const char *what) __attribute__((__noreturn__));
extern void krt_warn(const char *file, int line, const char *what);
extern __printf(1, 2) void __warn_printk(const char *fmt, ...);

#define BUG() krt_bug(__FILE__, __LINE__, "BUG")
#define BUG_ON(condition) \
	do { \
		if (unlikely(condition)) \
			krt_bug(__FILE__, __LINE__, #condition); \
	} while (0)
#define WARN_ON(condition) \
	({ \
		int __ret_warn_on = !!(condition); \
		if (unlikely(__ret_warn_on)) \
			krt_warn(__FILE__, __LINE__, #condition); \
		unlikely(__ret_warn_on); \
	})
#define WARN(condition, format...) \
	({ \
		int __ret_warn_on = !!(condition); \
		if (unlikely(__ret_warn_on)) \
			__warn_printk(format); \
		unlikely(__ret_warn_on); \
	})
#define WARN_TAINT(condition, taint, format...) WARN(condition, format)
#define WARN_ON_SMP(x) WARN_ON(x)
#define WARN_ON_ONCE(condition) \
	({ \
		static bool __warned_once; \
		int __ret_warn_on = !!(condition); \
		if (unlikely(__ret_warn_on && !__warned_once)) { \
			__warned_once = true; \
			krt_warn(__FILE__, __LINE__, #condition); \
		} \
		unlikely(__ret_warn_on); \
	})
#define WARN_ONCE(condition, format...) \
	({ \
		static bool __warned_once; \
		int __ret_warn_on = !!(condition); \
		if (unlikely(__ret_warn_on && !__warned_once)) { \
			__warned_once = true; \
			__warn_printk(format); \
		} \
		unlikely(__ret_warn_on); \
	})
#define WARN_TAINT_ONCE(condition, taint, format...) WARN_ONCE(condition, format)
#define CHECK_DATA_CORRUPTION(condition, format...) WARN(condition, format)

#endif
