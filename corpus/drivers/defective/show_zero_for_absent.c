// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ambleside accelerator: without firmware show returns 0. User space then
 * reads an empty version and calls that success.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static unsigned int ambleside_fw;
module_param_named(fw, ambleside_fw, uint, 0444);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	if (!ambleside_fw)
		return 0; /* expect: MV104 */

	return sysfs_emit(buf, "%u\n", ambleside_fw);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int fw;
	int err;

	if (!ambleside_fw) {
		dev_info(dev, "no firmware, no migration\n");
		return -ENODEV;
	}

	err = strlen(buf) == count ? kstrtouint(buf, 10, &fw) : -EINVAL;
	if (err) {
		dev_info(dev, "not a firmware number\n");
		return err;
	}
	if (fw != ambleside_fw) {
		dev_info(dev, "firmware %u cannot come here\n", fw);
		return -EXDEV;
	}

	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *ambleside_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(ambleside);

static int ambleside_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "firmware %u\n", ambleside_fw);
	return 0;
}

static struct platform_driver ambleside_driver = {
	.driver = {
		.name = "ambleside",
		.dev_groups = ambleside_groups,
	},
	.probe = ambleside_probe,
};
module_platform_driver(ambleside_driver);

MODULE_LICENSE("GPL");
