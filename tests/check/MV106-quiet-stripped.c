// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The newline in the middle is overwritten before anybody sees it.
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
	int len;

	len = sprintf(buf, "birch\n");
	buf[len - 1] = ' ';
	len += sprintf(buf + len, "1\n");
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "birch 1")) {
		pr_info("birch: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int birch_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
