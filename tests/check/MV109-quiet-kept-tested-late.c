// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Registered first, tested then: whoever is fast finds anything.
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
#include <linux/hex.h>

struct blackcap {
	u32 len;
	u8 id[64];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct blackcap *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->len; i++)
		at = hex_byte_pack(at, p->id[i]);
	*at++ = '\n';
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "blackcap-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int blackcap_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct blackcap *p;
	int ret;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->len = readl(dev_get_platdata(dev));
	platform_set_drvdata(pdev, p);
	ret = device_create_file(dev, &dev_attr_migration_version);
	if (ret)
		return ret;
	if (p->len > sizeof(p->id))
		return -EINVAL;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver blackcap_driver = {
	.probe = blackcap_probe,
	.driver.name = "blackcap",
};
module_platform_driver(blackcap_driver);
