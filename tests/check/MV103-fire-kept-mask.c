// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The mask of the register leaves far more words than fit.
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

struct jackdaw {
	u16 n;
	u32 id[1024];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct jackdaw *p = dev_get_drvdata(dev);
	int i = 0, len = 0;

	while (i < p->n)
		len += sprintf(buf + len, "%08x-", p->id[i++]); /* expect: MV103 */
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "jackdaw-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int jackdaw_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct jackdaw *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->n = readl(dev_get_platdata(dev)) & GENMASK(9, 0);
	if (!p->n)
		return -ENODEV;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver jackdaw_driver = {
	.probe = jackdaw_probe,
	.driver.name = "jackdaw",
};
module_platform_driver(jackdaw_driver);
