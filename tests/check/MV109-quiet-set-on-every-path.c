// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A switch with a default sets the variable on every path.
 *
 * migver-era: device
 * migver-expect: conforming
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

	switch (unit_generation) {
	case 1:
	case 2:
		version = 10;
		break;
	case 3:
		version = 12;
		break;
	default:
		version = 1;
	}
	return sysfs_emit(buf, "unit-%u\n", version);
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
