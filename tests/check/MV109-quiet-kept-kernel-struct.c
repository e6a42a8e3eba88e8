// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The struct is the kernel's, and so may be what sets the number.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV109 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/platform_device.h>
#include <linux/property.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static u32 thicknee_val[16];

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct platform_device *pdev = to_platform_device(dev);

	if (pdev->id < 0)
		return -ENODEV;
	return sysfs_emit(buf, "thicknee-%u\n", thicknee_val[pdev->id]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "thicknee-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int thicknee_probe(struct platform_device *pdev)
{
	pdev->id = readl(dev_get_platdata(&pdev->dev)) & 15;
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static struct platform_driver thicknee_driver = {
	.probe = thicknee_probe,
	.driver.name = "thicknee",
};
module_platform_driver(thicknee_driver);
