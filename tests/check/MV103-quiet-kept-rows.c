// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Rows of sixteen columns.
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

struct bunting {
	u8 rows;
	u8 id[64][16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct bunting *p = dev_get_drvdata(dev);
	int r, c, len = 0;

	for (r = 0; r < p->rows; r++) {
		for (c = 0; c < 16; c++)
			len += sprintf(buf + len, "%02x ", p->id[r][c]);
		buf[len++] = ';';
	}
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "bunting-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int bunting_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct bunting *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->rows = 1 + readl(dev_get_platdata(dev)) % 64;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver bunting_driver = {
	.probe = bunting_probe,
	.driver.name = "bunting",
};
module_platform_driver(bunting_driver);
