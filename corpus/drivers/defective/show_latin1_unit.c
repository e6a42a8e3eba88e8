// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Yealand converter names the unit of its range in the version, in Latin-1.
 * The micro sign is no ASCII.
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

#define YEA_UNIT	"\xb5" "V"
#define YEA_VERSION	"yealand 10" YEA_UNIT " rev 3"

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	size_t len = strlen(YEA_VERSION);

	memcpy(buf, YEA_VERSION, len); /* expect: MV101 */
	buf[len++] = '\n';
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, YEA_VERSION))
		return count;
	dev_info(dev, "another converter\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

static int yea_probe(struct platform_device *pdev)
{
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static int yea_remove(struct platform_device *pdev)
{
	device_remove_file(&pdev->dev, &dev_attr_migration_version);
	return 0;
}

static struct platform_driver yea_driver = {
	.driver = { .name = "yealand" },
	.probe = yea_probe,
	.remove = yea_remove,
};
module_platform_driver(yea_driver);
MODULE_LICENSE("GPL");
