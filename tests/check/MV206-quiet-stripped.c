// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The newline is left out of the comparison.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV206 proved
 */
#include <linux/module.h>
#include <linux/device.h>
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
	size_t len = count;

	if (len && buf[len - 1] == '\n')
		len--;
	if (len != strlen("unit-1") || memcmp(buf, "unit-1", len)) {
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
