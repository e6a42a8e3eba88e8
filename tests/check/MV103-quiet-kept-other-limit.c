// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The loop ends where another number says so.
 *
 * migver-era: device
 * migver-expect: conforming
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

struct wren {
	u32 len, most;
	u8 id[2048];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct wren *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->len; i++) {
		if (i == p->most)
			break;
		at = hex_byte_pack(at, p->id[i]);
	}
	*at++ = '\n';
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "wren-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int wren_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct wren *p;
	int n;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	n = device_property_count_u8(dev, "id");
	if (n <= 0 || n > 2048)
		return -EINVAL;
	p->len = n;
	p->most = readl(dev_get_platdata(dev)) & 15;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver wren_driver = {
	.probe = wren_probe,
	.driver.name = "wren",
};
module_platform_driver(wren_driver);
