// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The major number is shifted out of its word.
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
	u32 major;
	int err = kstrtou32(buf, 10, &major);

	if (!err && (major << 16 | 1) == (UNIT_MAJOR << 16 | 1)) /* expect: MV215 */
		return count;
	dev_warn(dev, "another version\n");
	return err ?: -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
