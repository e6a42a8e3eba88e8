// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The match data is a number, each of which has a row.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/property.h>
#include <linux/string.h>
#include <linux/sysfs.h>

enum dotterel_chip { DOTTEREL_A = 1, DOTTEREL_B };

static const char *const dotterel_versions[] = {
	[DOTTEREL_A] = "dotterel-a",
	[DOTTEREL_B] = "dotterel-b",
};

static const char *dotterel_version(struct device *dev)
{
	enum dotterel_chip chip = (uintptr_t)device_get_match_data(dev);

	if (chip < DOTTEREL_A || chip > DOTTEREL_B)
		return "dotterel";
	return dotterel_versions[chip]; 
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", dotterel_version(dev));
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, dotterel_version(dev))) {
		dev_dbg(dev, "not %s\n", dotterel_version(dev));
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *dotterel_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(dotterel);

static struct platform_driver dotterel_driver = {
	.driver = { .name = "dotterel", .dev_groups = dotterel_groups },
};
module_platform_driver(dotterel_driver);
MODULE_LICENSE("GPL");
