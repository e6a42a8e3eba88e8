// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The largest of the variants has too many.
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

struct oriole {
	unsigned int n;
	u32 id[512];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct oriole *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->n; i++)
		at += sprintf(at, "%#010x ", p->id[i]); /* expect: MV103 */
	return at - buf; /* expect: MV102 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "oriole-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int oriole_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct oriole *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	switch (readl(dev_get_platdata(dev))) {
	case 0x10:
		p->n = 64;
		break;
	case 0x20:
		p->n = 512;
		break;
	default:
		return -ENODEV;
	}
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver oriole_driver = {
	.probe = oriole_probe,
	.driver.name = "oriole",
};
module_platform_driver(oriole_driver);
