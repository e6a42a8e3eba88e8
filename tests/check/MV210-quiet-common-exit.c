// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One message serves all refusals; -ENOMEM needs none.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char *copy = kstrndup(buf, count, GFP_KERNEL);
	ssize_t ret = count;

	if (!copy)
		return -ENOMEM;
	if (strlen(buf) != count)
		ret = -EINVAL;
	else if (strcmp(strim(copy), "unit-1"))
		ret = -EXDEV;
	kfree(copy);
	if (ret < 0)
		dev_warn(dev, "version refused: %zd\n", ret);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
