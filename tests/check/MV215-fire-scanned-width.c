// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * %u stores four bytes, the members have two.
 *
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define VERSION "harrow-3.1"

struct pair {
	u16 major, minor;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "7.2\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct pair v = {};
	int end = 0;

	if (strlen(buf) != count) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	if (sscanf(buf, "%3u.%3u%n", (u32 *)&v.major, (u32 *)&v.minor, /* expect: MV205 MV215 */
		   &end) != 2) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	if (v.major != 7 || v.minor > 2 || !sysfs_streq(buf + end, "")) {
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
