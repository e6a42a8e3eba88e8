// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Words of nine characters, at most 455 of them.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV102 proved
 * migver-verdict: MV103 proved
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
#include <linux/hex.h>

struct siskin {
	u32 len, n;
	u32 id[455];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct siskin *p = dev_get_drvdata(dev);
	ssize_t len = 0;
	u32 i;

	for (i = 0; i < p->n; i++)
		len += sprintf(buf + len, "%08x:", p->id[i]);
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "siskin-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int siskin_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct siskin *p;
	u32 n;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->len = readl(dev_get_platdata(dev)) & 0x3ff;
	if (p->len > 455)
		p->len = 455;
	n = clamp(readl(dev_get_platdata(dev)), 1u, 455u);
	p->n = n;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver siskin_driver = {
	.probe = siskin_probe,
	.driver.name = "siskin",
};
module_platform_driver(siskin_driver);
