// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One too many is let through where the number is kept.
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

struct pochard {
	u32 len;
	u8 id[64];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct pochard *p = dev_get_drvdata(dev);
	char *at = buf;
	u32 i;

	for (i = 0; i < p->len; i++)
		at = hex_byte_pack(at, p->id[i]); /* expect: MV109 */
	*at++ = '\n';
	return at - buf;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "pochard-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int pochard_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct pochard *p;
	int ret;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	ret = device_property_read_u32(dev, "bytes", &p->len);
	if (ret)
		return ret;
	if (p->len > sizeof(p->id) + 1)
		return -EINVAL;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver pochard_driver = {
	.probe = pochard_probe,
	.driver.name = "pochard",
};
module_platform_driver(pochard_driver);
