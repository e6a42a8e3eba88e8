// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A loop over what was written, which asks no more.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/string.h>

static const char unit_version[] = "unit-1";

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", unit_version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t i;

	for (i = 0; i < count && buf[i] != '\n'; i++)
		if (i >= sizeof(unit_version) - 1 || buf[i] != unit_version[i]) {
			pr_info("unit: incompatible version\n");
			return -EINVAL;
		}
	return count; /* expect: MV207 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
