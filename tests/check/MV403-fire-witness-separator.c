// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Nobody looks whether there is a separator.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-witness: MV403 "\n": sysfs_streq() reads through a NULL pointer
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit=2\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const char *value = strchr(buf, '=');

	if (strlen(buf) == count && sysfs_streq(value, "=2") && !strncmp(buf, "unit", 4)) /* expect: MV403 */
		return count;
	dev_info(dev, "unit=2 is needed\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
