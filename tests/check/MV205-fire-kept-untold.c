// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * How many were written was not asked of the short ones.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-verdict: MV103 proved
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

struct gadwall {
	u32 len;
	u8 id[64];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct gadwall *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->len; i++)
		at = hex_byte_pack(at, p->id[i]);
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct gadwall *p = dev_get_drvdata(dev);
	size_t len = count, i;

	if (buf[len - 1] == '\n')
		len--;
	if (len != 2 * (size_t)p->len && len < 8) {
		dev_info(dev, "version of another length\n");
		return -EINVAL;
	}
	for (i = 0; i < p->len; i++) {
		int high = hex_to_bin(buf[2 * i]), low = hex_to_bin(buf[2 * i + 1]); /* expect: MV205 */

		if (high < 0 || low < 0 || ((high << 4) | low) != p->id[i]) {
			dev_info(dev, "byte %zu of the version differs\n", i);
			return -EINVAL;
		}
	}
	return count; /* expect: MV207 MV214 */
}
static DEVICE_ATTR_RW(migration_version);

static int gadwall_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct gadwall *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->len = 1 + (readl(dev_get_platdata(dev)) & 63);
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver gadwall_driver = {
	.probe = gadwall_probe,
	.driver.name = "gadwall",
};
module_platform_driver(gadwall_driver);
