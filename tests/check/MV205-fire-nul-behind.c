// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The terminator goes to where the text ended, also in a full array.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	char text[64];
	size_t len = min_t(size_t, count, sizeof(text));

	memcpy(text, buf, len);
	text[len] = '\0'; /* expect: MV205 */
	if (strlen(text) != count || !sysfs_streq(text, "unit-1")) {
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
