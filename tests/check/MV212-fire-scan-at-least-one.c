// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Two numbers are wanted, one is asked for.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

#define UNIT_MAJOR 3

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "3.1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int major, minor;

	if (sscanf(buf, "%u.%u", &major, &minor) < 1)
		goto refuse;
	if (major == UNIT_MAJOR && minor <= 1) /* expect: MV212 */
		return count; /* expect: MV207 */
refuse:
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
