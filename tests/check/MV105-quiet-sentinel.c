// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * -1 means "no slot" inside the driver and is translated.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static bool unit_up;
module_param_named(up, unit_up, bool, 0444);

static int unit_slot(void)
{
	return unit_up ? 3 : -1;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	if (unit_slot() == -1)
		return -ENODEV;
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (!unit_up) {
		pr_info("unit: down\n");
		return -ENODEV;
	}
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
