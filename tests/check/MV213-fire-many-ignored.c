// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Many calls whose failures nobody looks at: each is reported, and the paths do not multiply.
 *
 * migver-era: device
 * migver-expect: defective
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

	if (strlen(buf) != count || !sysfs_streq(buf, "8")) {
		pr_info("unit: refused\n");
		return -EINVAL;
	}
	regmap_write(unit->map, 0x10, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x11, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x12, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x13, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x14, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x15, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x16, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x17, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x18, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x19, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x1a, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x1b, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x1c, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x1d, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x1e, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x1f, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x20, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x21, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x22, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x23, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x24, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x25, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x26, 1); /* expect: MV213 */
	regmap_write(unit->map, 0x27, 1); /* expect: MV213 */
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
