// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * How many values there are was masked when it was read from the device.
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

struct plover {
	u32 n;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct plover *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	for (i = 0; i < p->n; i++)
		sum += p->val[i];
	return sysfs_emit(buf, "plover-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "plover-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int plover_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct plover *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->n = readl(dev_get_platdata(dev)) & 15;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver plover_driver = {
	.probe = plover_probe,
	.driver.name = "plover",
};
module_platform_driver(plover_driver);
