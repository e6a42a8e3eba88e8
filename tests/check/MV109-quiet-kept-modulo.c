// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A remainder is less than what was divided by.
 *
 * migver-era: device
 * migver-expect: conforming
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

struct turnstone {
	unsigned char n;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct turnstone *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	i = p->n;
	do {
		sum ^= p->val[i];
	} while (i--);
	return sysfs_emit(buf, "turnstone-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "turnstone-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int turnstone_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct turnstone *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->n = readl(dev_get_platdata(dev)) % 16;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver turnstone_driver = {
	.probe = turnstone_probe,
	.driver.name = "turnstone",
};
module_platform_driver(turnstone_driver);
