// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The attribute is in a group, the group is in no list and no call.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version); /* expect: MV002 */

static struct attribute *unit_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};

static const struct attribute_group __maybe_unused unit_group = {
	.attrs = unit_attrs,
};
