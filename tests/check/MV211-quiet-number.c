// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Only the number that was parsed is logged.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "3\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int v = 0;
	int ret = strlen(buf) == count ? kstrtouint(buf, 10, &v) : -EINVAL;

	if (!ret && v == 3)
		return count;
	dev_info(dev, "refused version %u: %d\n", v, ret);
	return ret ? ret : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
