// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The revision is printed behind a dot, and looked for behind a dash.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct whinchat {
	unsigned int chip, revision;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct whinchat *w = dev_get_drvdata(dev);

	if (!w)
		return -ENODEV;
	return sysfs_emit(buf, "whinchat%u.%u\n", w->chip, w->revision);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "whinchat1-0")) {
		pr_info_once("whinchat: incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *whinchat_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(whinchat);

static struct platform_driver whinchat_driver = {
	.driver = { .name = "whinchat", .dev_groups = whinchat_groups },
};
module_platform_driver(whinchat_driver);
MODULE_LICENSE("GPL");
