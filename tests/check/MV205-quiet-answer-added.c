// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A newline behind the number is stepped over by adding the answer of a comparison.
 *
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define VERSION "harrow-3.1"

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "7\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int level;
	int end = 0;

	if (strlen(buf) != count) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	if (sscanf(buf, "%u%n", &level, &end) != 1) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	end += buf[end] == '\n';
	if (buf[end] || level != 7) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *harrow_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(harrow);

static struct platform_driver harrow_driver = {
	.driver = { .name = "harrow", .dev_groups = harrow_groups },
};
module_platform_driver(harrow_driver);
MODULE_LICENSE("GPL");
