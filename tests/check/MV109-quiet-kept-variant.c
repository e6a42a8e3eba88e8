// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the table of variants says of each of them.
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

struct whimbrel_info {
	const char *name;
	u32 rows;
};

static const struct whimbrel_info whimbrel_info[] = {
	{ "small", 4 },
	{ "large", 16 },
};

struct whimbrel {
	const struct whimbrel_info *info;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct whimbrel *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	for (i = 0; i < p->info->rows; i++)
		sum += p->val[i];
	return sysfs_emit(buf, "whimbrel-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "whimbrel-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int whimbrel_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct whimbrel *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->info = &whimbrel_info[readl(dev_get_platdata(dev)) & 1];
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver whimbrel_driver = {
	.probe = whimbrel_probe,
	.driver.name = "whimbrel",
};
module_platform_driver(whimbrel_driver);
