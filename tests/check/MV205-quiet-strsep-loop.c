// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * All fields of a copy, one after the other.
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
	return sysfs_emit(buf, "%s\n", VERSION);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char *copy, *next, *field;
	size_t n = 0;

	if (strlen(buf) != count) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	copy = kstrdup(buf, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	next = copy;
	while ((field = strsep(&next, ".")))
		n += strlen(field) > 2;
	kfree(copy);
	dev_dbg(dev, "%zu long fields\n", n);
	if (!sysfs_streq(buf, VERSION)) {
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
