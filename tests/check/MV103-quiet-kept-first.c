// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What is kept has at least one: then there is a last byte to replace.
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

struct treecreeper {
	u32 len;
	u8 id[1000];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct treecreeper *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->len; i++)
		at += sprintf(at, "%02x:", p->id[i]);
	at[-1] = '\n';
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "treecreeper-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int treecreeper_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct treecreeper *p;
	int n;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	n = device_property_count_u8(dev, "id");
	if (n <= 0 || n > 1000)
		return -EINVAL;
	p->len = n;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver treecreeper_driver = {
	.probe = treecreeper_probe,
	.driver.name = "treecreeper",
};
module_platform_driver(treecreeper_driver);
