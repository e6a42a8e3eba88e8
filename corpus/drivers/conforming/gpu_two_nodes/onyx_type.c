// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Onyx graphics: the node in the type's directory. Its handlers are static and
 * have the same names as those of the device node in onyx_mdev.c.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>

#include "onyx.h"

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return onyx_version_print(dev, buf);
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	int ret = onyx_version_compare(dev, buf, count);

	return ret ? ret : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *onyx_type_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group onyx_small_group = {
	.name = "small",
	.attrs = onyx_type_attrs,
};

static struct attribute_group onyx_large_group = {
	.name = "large",
	.attrs = onyx_type_attrs,
};

struct attribute_group *onyx_type_groups[] = {
	&onyx_small_group,
	&onyx_large_group,
	NULL,
};
