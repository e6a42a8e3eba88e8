// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Aldwark audio bridge strips the newline and returns the length of what is
 * left. The newline then arrives again, as a version of its own.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define ALDWARK_VERSION	"aldwark-i2s-1"

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", ALDWARK_VERSION);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	ssize_t ret = -EINVAL;
	size_t len = count;
	char *text;

	if (buf[len - 1] == '\n')
		len--;

	text = kmemdup_nul(buf, len, GFP_KERNEL);
	if (!text) {
		dev_err(dev, "out of memory\n");
		return -ENOMEM;
	}

	if (strlen(text) == len && !strcmp(text, ALDWARK_VERSION))
		ret = strlen(text);
	else
		dev_info(dev, "only %s can come here\n", ALDWARK_VERSION);

	kfree(text);
	return ret; /* expect: MV201 */
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *aldwark_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(aldwark);

static int aldwark_probe(struct platform_device *pdev)
{
	return 0;
}

static struct platform_driver aldwark_driver = {
	.driver = {
		.name = "aldwark",
		.dev_groups = aldwark_groups,
	},
	.probe = aldwark_probe,
};
module_platform_driver(aldwark_driver);

MODULE_LICENSE("GPL");
