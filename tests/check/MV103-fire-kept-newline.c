// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Two digits for each byte fill the page; the newline is one too many.
 *
 * migver-era: device
 * migver-expect: defective
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

struct chough {
	u32 len;
	u8 id[2048];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct chough *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->len; i++)
		at = hex_byte_pack(at, p->id[i]);
	*at++ = '\n'; /* expect: MV103 */
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "chough-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int chough_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct chough *p;
	int n;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	n = device_property_count_u8(dev, "id");
	if (n <= 0 || n > 2048)
		return -EINVAL;
	p->len = n;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver chough_driver = {
	.probe = chough_probe,
	.driver.name = "chough",
};
module_platform_driver(chough_driver);
