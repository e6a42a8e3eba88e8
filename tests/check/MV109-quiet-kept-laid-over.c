// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A pointer to the struct that really leads to bytes of an image.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV109 unproved
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

struct courser_head {
	u32 n;
};

struct courser {
	const u8 *image;
	struct courser_head own;
	u32 val[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct courser *p = dev_get_drvdata(dev);
	u32 sum = 0;
	u32 i;

	const struct courser_head *head = (const struct courser_head *)p->image;

	for (i = 0; i < head->n; i++)
		sum += p->val[i];
	return sysfs_emit(buf, "courser-%u\n", sum);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "courser-1")) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int courser_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct courser *p;

	p = devm_kzalloc(dev, sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	p->own.n = 16;
	p->image = dev_get_platdata(dev);
	platform_set_drvdata(pdev, p);
	return device_create_file(dev, &dev_attr_migration_version);
}

static struct platform_driver courser_driver = {
	.probe = courser_probe,
	.driver.name = "courser",
};
module_platform_driver(courser_driver);
