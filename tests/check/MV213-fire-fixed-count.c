// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A check that fails is overwritten where all texts have one length.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "0007\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	u16 v;
	int ret;

	if (count != 5 || buf[4] != '\n') {
		dev_info(dev, "not a line of four digits\n");
		return -EINVAL;
	}
	ret = kstrtou16(buf, 16, &v); /* expect: MV206 MV207 */
	if (ret)
		dev_info(dev, "not a number\n");
	if (!ret && v != 7) {
		dev_info(dev, "another number\n");
		return -ENODEV;
	}
	return count; /* expect: MV213 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
