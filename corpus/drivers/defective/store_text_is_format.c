// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Brackwater sensor hub quotes the refused version into a message and hands
 * the message to the log as its format.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char brack_version[] = "brackwater-1.9";

static void brack_complain(struct device *dev, const char *what,
			   const char *text)
{
	char line[80];

	scnprintf(line, sizeof(line), "%s: %s\n", what, text);
	dev_info(dev, line); /* expect: MV211 */
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", brack_version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, brack_version)) {
		brack_complain(dev, "refused", buf);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *brack_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(brack);

static int brack_probe(struct platform_device *pdev)
{
	return device_add_groups(&pdev->dev, brack_groups);
}

static int brack_remove(struct platform_device *pdev)
{
	device_remove_groups(&pdev->dev, brack_groups);
	return 0;
}

static struct platform_driver brack_driver = {
	.driver = { .name = "brackwater" },
	.probe = brack_probe,
	.remove = brack_remove,
};
module_platform_driver(brack_driver);
MODULE_LICENSE("GPL");
