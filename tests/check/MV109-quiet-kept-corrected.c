// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What is too much becomes the most there may be.
 *
 * migver-era: device
 * migver-expect: conforming
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

struct redwing {
	u32 len;
	u8 id[64];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct redwing *p = dev_get_drvdata(dev);
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
	if (strlen(buf) != count || !sysfs_streq(buf, "redwing-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int redwing_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct redwing *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->len = readl(dev_get_platdata(dev));
	if (p->len > ARRAY_SIZE(p->id)) {
		dev_warn(dev, "%u bytes, using %zu\n", p->len, ARRAY_SIZE(p->id));
		p->len = ARRAY_SIZE(p->id);
	}
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver redwing_driver = {
	.probe = redwing_probe,
	.driver.name = "redwing",
};
module_platform_driver(redwing_driver);
