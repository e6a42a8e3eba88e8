// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * kstrtouint() returns 0 for success.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "7\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int v;
	int ret;

	ret = strlen(buf) == count ? kstrtouint(buf, 10, &v) : -EINVAL;
	if (ret || v != 7) {
		pr_info("unit: incompatible version\n");
		return ret ? ret : -ERANGE;
	}
	return ret; /* expect: MV201 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
