// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tested on both sides; two functions set it.
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

struct woodcock {
	int n;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct woodcock *p = dev_get_drvdata(dev);

	return sysfs_emit(buf, "woodcock-%u\n", p->val[p->n]);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "woodcock-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int woodcock_resume(struct device *dev)
{
	struct woodcock *p = dev_get_drvdata(dev);

	p->n = readl(dev_get_platdata(dev)) & 0xf;
	return 0;
}
static DEFINE_SIMPLE_DEV_PM_OPS(woodcock_pm, NULL, woodcock_resume);

static int woodcock_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct woodcock *p;
	int n;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	n = platform_irq_count(pdev);
	if (n < 0 || n >= ARRAY_SIZE(p->val))
		return -EINVAL;
	p->n = n;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver woodcock_driver = {
	.probe = woodcock_probe,
	.driver.name = "woodcock",
};
module_platform_driver(woodcock_driver);
