// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The operations come from the table of ids.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_ops {
	bool (*fits)(const char *text);
	unsigned int (*version)(void);
};

static bool unit_fits(const char *text)
{
	return sysfs_streq(text, "unit-1");
}

static unsigned int unit_version(void)
{
	return 1;
}

static const struct unit_ops unit_old_ops = {
	.version = unit_version,
};

static const struct unit_ops unit_new_ops = {
	.fits = unit_fits,
	.version = unit_version,
};

struct unit {
	const struct unit_ops *ops;
	unsigned int generation;
};

static const struct platform_device_id unit_ids[] = {
	{ "unit-old", (kernel_ulong_t)&unit_old_ops },
	{ "unit-new", (kernel_ulong_t)&unit_new_ops },
	{ }
};

static int unit_probe(struct platform_device *pdev)
{
	struct unit *unit = devm_kzalloc(&pdev->dev, sizeof(*unit), GFP_KERNEL);

	if (!unit)
		return -ENOMEM;
	unit->ops = (const struct unit_ops *)platform_get_device_id(pdev)->driver_data;
	platform_set_drvdata(pdev, unit);
	return 0;
}

static struct platform_driver unit_driver = {
	.driver.name = "unit",
	.probe = unit_probe,
	.id_table = unit_ids,
};
module_platform_driver(unit_driver);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);

	if (!unit->ops->fits(buf)) { /* expect: MV403 */
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
