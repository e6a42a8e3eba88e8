// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A letter of the vendor's name is not ASCII.
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
	return sysfs_emit(buf, "m\xc3\xa4rten 1\n"); /* expect: MV101 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "m\xc3\xa4rten 1")) {
		pr_info("marten: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int marten_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
