// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Numbers of several lengths: the longest are counted with.
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

struct serin {
	short n;
	u16 id[600];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct serin *p = dev_get_drvdata(dev);
	int i = 0, len = 0;

	while (i < p->n) {
		len += sprintf(buf + len, "%u,", p->id[i]);
		i++;
	}
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "serin-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int serin_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct serin *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->n = clamp_t(int, readl(dev_get_platdata(dev)), 1, 600);
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver serin_driver = {
	.probe = serin_probe,
	.driver.name = "serin",
};
module_platform_driver(serin_driver);
