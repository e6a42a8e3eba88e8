// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One of the two functions lets more be than there is room for.
 *
 * migver-era: device
 * migver-expect: defective
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
#include <linux/hex.h>

struct magpie {
	u32 n, last;
	u32 id[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct magpie *p = dev_get_drvdata(dev);
	u32 i, sum = 0;

	for (i = 0; i < p->n; i++)
		sum += p->id[i]; /* expect: MV109 */
	return sysfs_emit(buf, "magpie-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "magpie-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int magpie_resume(struct device *dev)
{
	struct magpie *p = dev_get_drvdata(dev);

	p->n = readl(dev_get_platdata(dev)) % 20;
	return 0;
}
static DEFINE_SIMPLE_DEV_PM_OPS(magpie_pm, NULL, magpie_resume);

static int magpie_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct magpie *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->n = 8;
	p->last = 0;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver magpie_driver = {
	.probe = magpie_probe,
	.driver.name = "magpie",
};
module_platform_driver(magpie_driver);
