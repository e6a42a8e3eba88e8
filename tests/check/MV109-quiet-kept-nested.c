// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The struct that the number is in is written as a part of the one around it.
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

struct stilt_shape {
	u32 rows, n;
};

struct stilt {
	struct stilt_shape shape;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct stilt *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	for (i = 0; i < p->shape.n; i++)
		sum += p->val[i];
	return sysfs_emit(buf, "stilt-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "stilt-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int stilt_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct stilt *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->shape.n = 16;
	memset(p, readl(dev_get_platdata(dev)), sizeof(*p));
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver stilt_driver = {
	.probe = stilt_probe,
	.driver.name = "stilt",
};
module_platform_driver(stilt_driver);
