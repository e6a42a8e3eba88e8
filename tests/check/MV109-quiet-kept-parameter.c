// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A parameter of the module may have any value.
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

static unsigned int jacana_n = 4;
module_param(jacana_n, uint, 0644);
static u32 jacana_val[16];

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "jacana-%u\n", jacana_val[jacana_n]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "jacana-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int jacana_probe(struct platform_device *pdev)
{
	if (readl(dev_get_platdata(&pdev->dev)))
		jacana_n = 8;
	jacana_val[0] = readl(dev_get_platdata(&pdev->dev));
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static struct platform_driver jacana_driver = {
	.probe = jacana_probe,
	.driver.name = "jacana",
};
module_platform_driver(jacana_driver);
