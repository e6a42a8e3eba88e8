// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The wrong length comes out of an inline function of a kernel header: what is
 * reported is the line of the driver.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static void *unit_state;

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	if (!unit_state)
		return PTR_ERR_OR_ZERO(unit_state); /* expect: MV104 */
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, "unit-1"))
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	unit_state = dev;
	return device_create_file(dev, &dev_attr_migration_version);
}
