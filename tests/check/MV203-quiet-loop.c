// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A loop over the bytes finds the first difference.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	static const char want[] = "unit-1";
	size_t i;

	for (i = 0; i < sizeof(want) - 1; i++) {
		if (buf[i] != want[i])
			goto refuse;
	}
	if (i == count || (i + 1 == count && buf[i] == '\n'))
		return count;
refuse:
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
