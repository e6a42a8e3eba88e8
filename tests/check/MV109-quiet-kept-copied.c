// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The number in the table of variants is copied to where it is used.
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

struct curlew_info {
	const char *name;
	u32 rows;
};

static const struct curlew_info curlew_small = { .name = "small", .rows = 4 };
static const struct curlew_info curlew_large = { .name = "large", .rows = 12 };

struct curlew {
	u32 n;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct curlew *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	for (i = 0; i < p->n; i++)
		sum += p->val[i];
	return sysfs_emit(buf, "curlew-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "curlew-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int curlew_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct curlew *p;
	const struct curlew_info *info;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	info = device_get_match_data(dev);
	if (!info)
		info = readl(dev_get_platdata(dev)) ? &curlew_large : &curlew_small;
	p->n = info->rows + 4;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver curlew_driver = {
	.probe = curlew_probe,
	.driver.name = "curlew",
};
module_platform_driver(curlew_driver);
