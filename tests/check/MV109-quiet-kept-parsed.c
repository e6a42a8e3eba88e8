// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A function of its own reads what is in the firmware; the object is given back or refused.
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

struct ouzel {
	u8 len;
	u8 id[64];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct ouzel *p = dev_get_drvdata(dev);
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
	if (strlen(buf) != count || !sysfs_streq(buf, "ouzel-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int ouzel_parse(struct device *dev, struct ouzel *p)
{
	int ret = device_property_read_u8(dev, "len", &p->len);

	if (ret)
		return ret;
	return p->len > 64 ? -E2BIG : 0;
}

static int ouzel_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct ouzel *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	if (ouzel_parse(dev, p))
		goto fail;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
fail:
	return -ENODEV;
}

static struct platform_driver ouzel_driver = {
	.probe = ouzel_probe,
	.driver.name = "ouzel",
};
module_platform_driver(ouzel_driver);
