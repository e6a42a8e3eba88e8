// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Hardware on one line, software on the next.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "hw %d\nsw %d\n", 3, 4); /* expect: MV106 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "hw 3\nsw 4")) {
		pr_info("alder: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int alder_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
