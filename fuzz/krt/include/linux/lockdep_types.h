/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_LOCKDEP_TYPES_H
#define KRT_LINUX_LOCKDEP_TYPES_H

#include <linux/types.h>
struct lock_class_key {
	char unused;
};
struct lockdep_map {
	const char *name;
};
#define STATIC_LOCKDEP_MAP_INIT(_name, _key) { .name = (_name) }

#endif
