// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Only one branch sets what is printed.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static unsigned int unit_generation;

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	unsigned int version;

	if (unit_generation > 2)
		version = unit_generation * 2;
	return sysfs_emit(buf, "unit-%u\n", version); /* expect: MV107 MV109 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
