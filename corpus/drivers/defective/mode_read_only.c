// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tarn Systems offload device. Both handlers are right, but the mode has no
 * write bit, so that nobody ever gets as far as the store.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static const char tarn_version[] = "tarn-offload-2";

static ssize_t tarn_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	return scnprintf(buf, PAGE_SIZE, "%s\n", tarn_version);
}

static ssize_t tarn_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, tarn_version))
		return count;

	dev_info(dev, "source version does not match %s\n", tarn_version);
	return -EINVAL;
}

static DEVICE_ATTR(migration_version, 0444, tarn_show, tarn_store); /* expect: MV001 */

static struct attribute *tarn_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(tarn);

static int tarn_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "ready\n");
	return 0;
}

static struct platform_driver tarn_driver = {
	.driver = {
		.name = "tarn-offload",
		.dev_groups = tarn_groups,
	},
	.probe = tarn_probe,
};
module_platform_driver(tarn_driver);

MODULE_LICENSE("GPL");
