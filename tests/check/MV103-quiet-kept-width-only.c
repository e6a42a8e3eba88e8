// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * That a number of the device is of 16 bits says nothing of how great it gets.
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

struct nuthatch {
	u16 n;
	u8 id[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct nuthatch *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->n; i++)
		at = hex_byte_pack(at, p->id[i & 15]);
	*at++ = '\n';
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "nuthatch-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int nuthatch_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct nuthatch *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->n = readw(dev_get_platdata(dev));
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver nuthatch_driver = {
	.probe = nuthatch_probe,
	.driver.name = "nuthatch",
};
module_platform_driver(nuthatch_driver);
