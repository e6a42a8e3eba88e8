/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* changed: the descriptor is opaque and NULL, so that the call stays visible */
#ifndef KRT_LINUX_DYNAMIC_DEBUG_H
#define KRT_LINUX_DYNAMIC_DEBUG_H

#include <linux/compiler_types.h>

struct _ddebug;
struct device;
extern __printf(2, 3) void __dynamic_pr_debug(struct _ddebug *descriptor, const char *fmt, ...);
extern __printf(3, 4) void __dynamic_dev_dbg(struct _ddebug *descriptor, const struct device *dev,
					     const char *fmt, ...);
#define DYNAMIC_DEBUG_BRANCH(descriptor) 1

#endif
