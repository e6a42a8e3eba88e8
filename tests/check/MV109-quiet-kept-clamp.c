// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Clamped before it is kept, and kept in a narrow number.
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

struct dotterel {
	u8 first;
	u8 n;
	u32 val[20];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct dotterel *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	for (i = 0; i < p->n; i++)
		sum += p->val[p->first + i];
	return sysfs_emit(buf, "dotterel-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "dotterel-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int dotterel_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct dotterel *p;
	int n;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	n = platform_irq_count(pdev);
	p->n = clamp(n, 1, 16);
	p->first = min_t(unsigned int, readl(dev_get_platdata(dev)), 3);
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver dotterel_driver = {
	.probe = dotterel_probe,
	.driver.name = "dotterel",
};
module_platform_driver(dotterel_driver);
