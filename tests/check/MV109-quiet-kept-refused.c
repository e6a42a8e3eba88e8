// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Probe refuses a device that has more values than fit.
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

struct sanderling {
	u32 n;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct sanderling *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	for (i = 0; i < p->n; i++)
		sum += p->val[i];
	return sysfs_emit(buf, "sanderling-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "sanderling-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int sanderling_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct sanderling *p;
	u32 n;
	int ret;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	ret = device_property_read_u32(dev, "values", &n);
	if (ret)
		goto bad;
	ret = -EINVAL;
	if (n > ARRAY_SIZE(p->val))
		goto bad;
	p->n = n;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
bad:
	dev_err(dev, "bad number of values\n");
	return ret;
}

static struct platform_driver sanderling_driver = {
	.probe = sanderling_probe,
	.driver.name = "sanderling",
};
module_platform_driver(sanderling_driver);
