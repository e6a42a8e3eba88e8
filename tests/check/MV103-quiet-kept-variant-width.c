// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The variant with the most has the shortest words: what is kept beside a number
 * may have to be of a kind.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV103 unproved
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

struct dipper {
	u32 n;
	bool wide;
	u32 id[1024];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct dipper *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->n; i++)
		at += p->wide ? sprintf(at, "%08x:", p->id[i]) : sprintf(at, "%02x:", p->id[i] & 0xff);
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "dipper-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int dipper_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct dipper *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	if (readl(dev_get_platdata(dev)) & 1) {
		p->n = 1024;
		p->wide = false;
	} else {
		p->n = 256;
		p->wide = true;
	}
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver dipper_driver = {
	.probe = dipper_probe,
	.driver.name = "dipper",
};
module_platform_driver(dipper_driver);
