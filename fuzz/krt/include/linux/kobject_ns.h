/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* reduced */
#ifndef KRT_LINUX_KOBJECT_NS_H
#define KRT_LINUX_KOBJECT_NS_H

#include <linux/types.h>
struct sock;
struct kobject;
enum kobj_ns_type {
	KOBJ_NS_TYPE_NONE = 0,
	KOBJ_NS_TYPE_NET,
	KOBJ_NS_TYPES
};
struct kobj_ns_type_operations;

#endif
