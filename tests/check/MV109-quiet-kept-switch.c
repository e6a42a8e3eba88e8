// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Each variant has its number, and none has more than there is room for.
 * The function that sets it is given the variant.
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

struct knot {
	unsigned int kind, n;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct knot *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	for (i = 0; i < p->n; i++)
		sum += p->val[i];
	return sysfs_emit(buf, "knot-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "knot-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int knot_setup(struct knot *p, unsigned int kind)
{
	p->kind = kind;
	switch (kind) {
	case 1:
		p->n = 4;
		break;
	case 2:
	case 3:
		p->n = 8;
		break;
	case 7:
		p->n = 16;
		break;
	default:
		return -ENODEV;
	}
	return 0;
}

static int knot_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct knot *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	if (knot_setup(p, readl(dev_get_platdata(dev)) >> 24))
		return -ENODEV;
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver knot_driver = {
	.probe = knot_probe,
	.driver.name = "knot",
};
module_platform_driver(knot_driver);
