// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The text has room for fewer bytes than probe accepts.
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

struct jay {
	u32 len;
	u8 id[32];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct jay *p = dev_get_drvdata(dev);
	char text[2 * 16 + 1], *at = text;
	u32 i;

	for (i = 0; i < p->len; i++)
		at = hex_byte_pack(at, p->id[i]); /* expect: MV103 */
	*at = '\0';
	return sysfs_emit(buf, "jay-%s\n", text);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "jay-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int jay_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct jay *p;
	u32 n;
	int ret;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	ret = device_property_read_u32(dev, "bytes", &n);
	if (ret || !n)
		goto bad;
	if (n > 32)
		goto bad;
	p->len = n;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
bad:
	return -EINVAL;
}

static struct platform_driver jay_driver = {
	.probe = jay_probe,
	.driver.name = "jay",
};
module_platform_driver(jay_driver);
