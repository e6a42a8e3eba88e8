// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The loop itself looks at what is left of the page.
 *
 * migver-era: device
 * migver-expect: conforming
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

struct accentor {
	u32 len;
	u8 id[2048];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct accentor *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->len; i++) {
		if (at - buf > PAGE_SIZE - 4)
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
	if (strlen(buf) != count || !sysfs_streq(buf, "accentor-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int accentor_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct accentor *p;
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

static struct platform_driver accentor_driver = {
	.probe = accentor_probe,
	.driver.name = "accentor",
};
module_platform_driver(accentor_driver);
