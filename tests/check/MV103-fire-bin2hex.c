// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Sixteen bytes are thirty-two digits.
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


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	u8 id[16];
	char text[31];

	memcpy_fromio(id, dev_get_platdata(dev), sizeof(id));
	bin2hex(text, id, sizeof(id)); /* expect: MV103 */
	return sysfs_emit(buf, "%.30s\n", text);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "noddy-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int noddy_probe(struct platform_device *pdev)
{
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static struct platform_driver noddy_driver = {
	.probe = noddy_probe,
	.driver.name = "noddy",
};
module_platform_driver(noddy_driver);
