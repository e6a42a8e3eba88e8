// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The range is asked for before the number is cut.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
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
	unsigned long parsed;
	u8 major;
	int err = kstrtoul(buf, 10, &parsed);

	if (!err && parsed > U8_MAX)
		err = -ERANGE;
	if (err)
		goto refuse;
	major = parsed;
	if (major == UNIT_MAJOR)
		return count;
	err = -EINVAL;
refuse:
	dev_warn(dev, "another version\n");
	return err;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
