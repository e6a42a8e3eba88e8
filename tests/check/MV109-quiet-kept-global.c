// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A variable of the file instead of a member; the index comes from outside.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV109 proved
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

static unsigned int godwit_n;
static u32 godwit_val[16];

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	u32 sum = 0;
	unsigned int i = 0;

	while (i < godwit_n)
		sum += godwit_val[i++];
	return sysfs_emit(buf, "godwit-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "godwit-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int godwit_probe(struct platform_device *pdev)
{
	u32 n = readl(dev_get_platdata(&pdev->dev));

	if (!n || n > 16)
		return -ENODEV;
	godwit_val[0] = readl(dev_get_platdata(&pdev->dev));
	godwit_n = n;
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static struct platform_driver godwit_driver = {
	.probe = godwit_probe,
	.driver.name = "godwit",
};
module_platform_driver(godwit_driver);
