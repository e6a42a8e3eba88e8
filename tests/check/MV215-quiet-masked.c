// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * No bit above the sixteen that the register has may be set.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/regmap.h>
#include <linux/sysfs.h>

struct gauge {
	struct regmap *map;
	u16 mask;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct gauge *g = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%x\n", g->mask);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct gauge *g = dev_get_drvdata(dev);
	long mask;

	if (kstrtol(buf, 16, &mask))
		return -EINVAL;
	if (mask & ~0xffff)
		return -ERANGE;
	g->mask = mask;
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int gauge_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
