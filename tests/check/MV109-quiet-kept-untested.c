// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Nothing limits the number.
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

struct lapwing {
	u32 n;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct lapwing *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	for (i = 0; i < p->n; i++)
		sum += p->val[i];
	return sysfs_emit(buf, "lapwing-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "lapwing-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int lapwing_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct lapwing *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->n = readl(dev_get_platdata(dev));
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver lapwing_driver = {
	.probe = lapwing_probe,
	.driver.name = "lapwing",
};
module_platform_driver(lapwing_driver);
