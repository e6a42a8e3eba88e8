// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The number is read into its place and tested there, before anybody knows the object.
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

struct fieldfare {
	u32 len;
	u8 id[64];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct fieldfare *p = dev_get_drvdata(dev);
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
	if (strlen(buf) != count || !sysfs_streq(buf, "fieldfare-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int fieldfare_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct fieldfare *p;
	int ret;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	ret = device_property_read_u32(dev, "bytes", &p->len);
	if (ret)
		return ret;
	if (!p->len || p->len > sizeof(p->id))
		return dev_err_probe(dev, -EINVAL, "%u bytes are too many\n", p->len);
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver fieldfare_driver = {
	.probe = fieldfare_probe,
	.driver.name = "fieldfare",
};
module_platform_driver(fieldfare_driver);
