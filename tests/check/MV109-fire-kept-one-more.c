// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The test lets the number of elements be an index.
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

struct rook {
	u32 last;
	u32 id[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct rook *p = dev_get_drvdata(dev);

	return sysfs_emit(buf, "rook-%u\n", p->id[p->last]); /* expect: MV109 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "rook-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int rook_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct rook *p;
	u32 n;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	n = readl(dev_get_platdata(dev));
	if (n > ARRAY_SIZE(p->id))
		return -EINVAL;
	p->last = n;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver rook_driver = {
	.probe = rook_probe,
	.driver.name = "rook",
};
module_platform_driver(rook_driver);
