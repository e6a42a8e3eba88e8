// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The object is found through a variable before its number is tested.
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

struct whitethroat;
static struct whitethroat *whitethroat_dev;

struct whitethroat {
	u32 len;
	u8 id[64];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct whitethroat *p = dev_get_drvdata(dev);
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
	if (strlen(buf) != count || !sysfs_streq(buf, "whitethroat-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int whitethroat_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct whitethroat *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	whitethroat_dev = p;
	p->len = readl(dev_get_platdata(dev));
	if (p->len > sizeof(p->id))
		return -EINVAL;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver whitethroat_driver = {
	.probe = whitethroat_probe,
	.driver.name = "whitethroat",
};
module_platform_driver(whitethroat_driver);
