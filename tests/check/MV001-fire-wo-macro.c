// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The write-only macro: nobody can read a version.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

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
static DEVICE_ATTR_WO(migration_version); /* expect: MV001 */

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
