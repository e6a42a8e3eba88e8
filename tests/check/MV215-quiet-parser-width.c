// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Enums, elements and members of the parser's own width.
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

enum pace { SLOW = 3, FAST = 7 };

struct triple {
	u16 a, b[2];
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "7\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct triple t = {};
	enum pace pace;
	u32 pair[2];
	int ret;

	if (strlen(buf) != count) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	ret = kstrtouint(buf, 0, &pair[1]);
	if (!ret)
		ret = kstrtouint(buf, 0, pair);
	if (!ret)
		ret = kstrtouint(buf, 0, &pace);
	if (!ret)
		ret = kstrtou16(buf, 0, &t.b[1]);
	if (ret) {
		dev_info(dev, "no number\n");
		return ret;
	}
	if (pair[0] != 7) {
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
