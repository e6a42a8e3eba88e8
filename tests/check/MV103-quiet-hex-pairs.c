// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Eight pairs of digits and a NUL.
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


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	u8 id[8];
	char text[17] = "", *at = text;
	int i;

	memcpy_fromio(id, dev_get_platdata(dev), sizeof(id));
	for (i = 0; i < 8; i++)
		at = hex_byte_pack(at, id[i]);
	return sysfs_emit(buf, "%s\n", text);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "skua-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int skua_probe(struct platform_device *pdev)
{
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static struct platform_driver skua_driver = {
	.probe = skua_probe,
	.driver.name = "skua",
};
module_platform_driver(skua_driver);
