// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Too many results in one number to follow each: what was merged says so.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV213 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/err.h>
#include <linux/kernel.h>

struct regmap;

int regmap_write(struct regmap *map, unsigned int reg, unsigned int val);

struct unit {
	struct regmap *map;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "8\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	int ret = 0;

	if (strlen(buf) != count || !sysfs_streq(buf, "8")) {
		pr_info("unit: refused\n");
		return -EINVAL;
	}
	ret |= regmap_write(unit->map, 0x10, 1);
	ret |= regmap_write(unit->map, 0x11, 1);
	ret |= regmap_write(unit->map, 0x12, 1);
	ret |= regmap_write(unit->map, 0x13, 1);
	ret |= regmap_write(unit->map, 0x14, 1);
	ret |= regmap_write(unit->map, 0x15, 1);
	ret |= regmap_write(unit->map, 0x16, 1);
	ret |= regmap_write(unit->map, 0x17, 1);
	ret |= regmap_write(unit->map, 0x18, 1);
	ret |= regmap_write(unit->map, 0x19, 1);
	ret |= regmap_write(unit->map, 0x1a, 1);
	ret |= regmap_write(unit->map, 0x1b, 1);
	ret |= regmap_write(unit->map, 0x1c, 1);
	ret |= regmap_write(unit->map, 0x1d, 1);
	ret |= regmap_write(unit->map, 0x1e, 1);
	ret |= regmap_write(unit->map, 0x1f, 1);
	ret |= regmap_write(unit->map, 0x20, 1);
	ret |= regmap_write(unit->map, 0x21, 1);
	ret |= regmap_write(unit->map, 0x22, 1);
	ret |= regmap_write(unit->map, 0x23, 1);
	ret |= regmap_write(unit->map, 0x24, 1);
	ret |= regmap_write(unit->map, 0x25, 1);
	ret |= regmap_write(unit->map, 0x26, 1);
	ret |= regmap_write(unit->map, 0x27, 1);
	ret |= regmap_write(unit->map, 0x28, 1);
	ret |= regmap_write(unit->map, 0x29, 1);
	ret |= regmap_write(unit->map, 0x2a, 1);
	ret |= regmap_write(unit->map, 0x2b, 1);
	ret |= regmap_write(unit->map, 0x2c, 1);
	ret |= regmap_write(unit->map, 0x2d, 1);
	ret |= regmap_write(unit->map, 0x2e, 1);
	ret |= regmap_write(unit->map, 0x2f, 1);
	ret |= regmap_write(unit->map, 0x30, 1);
	ret |= regmap_write(unit->map, 0x31, 1);
	ret |= regmap_write(unit->map, 0x32, 1);
	ret |= regmap_write(unit->map, 0x33, 1);
	ret |= regmap_write(unit->map, 0x34, 1);
	ret |= regmap_write(unit->map, 0x35, 1);
	ret |= regmap_write(unit->map, 0x36, 1);
	ret |= regmap_write(unit->map, 0x37, 1);
	if (ret)
		pr_info("unit: refused\n");
	return ret ? -EIO : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
