// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Both handlers go through a helper with only one answer.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static int unit_supported(void)
{
	pr_info("unit: no migration\n");
	return -ENODEV;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	int ret = unit_supported();

	if (ret < 0)
		return ret;
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = unit_supported();

	return ret < 0 ? ret : count;
}
static DEVICE_ATTR_RW(migration_version); /* expect: MV005 */

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
