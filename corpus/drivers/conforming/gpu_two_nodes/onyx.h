/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef ONYX_H
#define ONYX_H

#include <linux/types.h>

struct attribute_group;
struct device;

struct onyx_gpu {
	struct device *dev;
	u16 vendor;
	u16 device;
	unsigned int context_size;
};

extern struct attribute_group *onyx_type_groups[];
extern const struct attribute_group *onyx_mdev_groups[];

/* onyx_compat.c; the device is the parent's and may have lost its driver data */
ssize_t onyx_version_print(struct device *parent, char *page);
int onyx_version_compare(struct device *parent, const char *text, size_t count);

#endif
