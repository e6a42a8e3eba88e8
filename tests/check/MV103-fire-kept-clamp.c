// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Clamped to what the array holds, not to what the page does.
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

struct nutcracker {
	int n;
	u16 id[900];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct nutcracker *p = dev_get_drvdata(dev);
	char *at = buf;
	int i;

	for (i = p->n; i > 0; i--) {
		at += sprintf(at, "%04x", p->id[i - 1]); /* expect: MV103 */
		*at++ = i > 1 ? ',' : '\n';
	}
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "nutcracker-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int nutcracker_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct nutcracker *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->n = clamp_t(int, platform_irq_count(pdev), 1, ARRAY_SIZE(p->id));
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver nutcracker_driver = {
	.probe = nutcracker_probe,
	.driver.name = "nutcracker",
};
module_platform_driver(nutcracker_driver);
