// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * store copies more bytes than its array has.
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

struct raven {
	u32 len;
	u8 id[64];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct raven *p = dev_get_drvdata(dev);
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
	struct raven *p = dev_get_drvdata(dev);
	u8 want[48];
	u32 i;

	for (i = 0; i < p->len; i++)
		want[i] = p->id[i] ^ 0x55; /* expect: MV205 */
	if (strlen(buf) != count || want[0] != 'x' || !sysfs_streq(buf, "raven-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL; /* expect: MV301 */
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int raven_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct raven *p;
	int n;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	n = device_property_count_u8(dev, "id");
	if (n <= 0 || n > 64)
		return -EINVAL;
	p->len = n;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver raven_driver = {
	.probe = raven_probe,
	.driver.name = "raven",
};
module_platform_driver(raven_driver);
