// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the helper says is only logged.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-witness: MV203 "Foreign_V5_4-8086-1912": accepted
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

static bool unit_fits(const char *buf)
{
	return sysfs_streq(buf, "unit-2");
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-2\n");
}

static ssize_t migration_version_store(struct device *dev, /* expect: MV203 */
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (!unit_fits(buf))
		dev_info(dev, "unit-2 is needed\n");
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
