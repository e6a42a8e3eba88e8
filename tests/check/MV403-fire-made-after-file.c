/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* There is no image until the unit was opened: show asks, store does not. */

struct image {
	unsigned int version;
};

struct unit {
	struct mutex lock;
	struct image *image;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	if (!unit->image)
		return -ENODATA;
	return sysfs_emit(buf, "image %u\n", unit->image->version);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char own[32];

	snprintf(own, sizeof(own), "image %u", unit->image->version); /* expect: MV403 */
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_err(dev, "not %s\n", own);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int read_image(struct unit *unit, const void *rom)
{
	unit->image = kmemdup(rom, sizeof(*unit->image), GFP_KERNEL);
	if (!unit->image)
		return -ENOMEM;
	return 0;
}

int unit_open(struct device *dev);
int unit_open(struct device *dev)
{
	return read_image(dev_get_drvdata(dev), dev_get_platdata(dev));
}

static int unit_probe(struct platform_device *pdev)
{
	struct unit *unit = devm_kzalloc(&pdev->dev, sizeof(*unit), GFP_KERNEL);

	if (!unit)
		return -ENOMEM;
	platform_set_drvdata(pdev, unit);
	mutex_init(&unit->lock);
	return device_create_file(&pdev->dev, &dev_attr_migration_version);
}

static int unit_remove(struct platform_device *pdev)
{
	struct unit *unit = platform_get_drvdata(pdev);

	device_remove_file(&pdev->dev, &dev_attr_migration_version);
	kfree(unit->image);
	unit->image = NULL;
	return 0;
}

static struct platform_driver unit_driver = {
	.probe = unit_probe,
	.remove = unit_remove,
	.driver = { .name = "unit" },
};
module_platform_driver(unit_driver);
