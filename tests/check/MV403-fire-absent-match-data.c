// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the tree of devices says chooses the type.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/of_device.h>
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

struct unit_info {
	const char *name;
	const struct unit_ops *ops;
};

static const struct unit_info unit_old = { "old", &unit_old_ops };
static const struct unit_info unit_new = { "new", &unit_new_ops };

static const struct of_device_id unit_of_ids[] = {
	{ .compatible = "unit,old", .data = &unit_old },
	{ .compatible = "unit,new", .data = &unit_new },
	{ }
};

int unit_probe(struct device *dev)
{
	struct unit *unit = devm_kzalloc(dev, sizeof(*unit), GFP_KERNEL);
	const struct unit_info *info = of_device_get_match_data(dev);

	if (!unit)
		return -ENOMEM;
	if (!info)
		return -ENODEV;
	unit->ops = info->ops;
	dev_set_drvdata(dev, unit);
	return 0;
}

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
