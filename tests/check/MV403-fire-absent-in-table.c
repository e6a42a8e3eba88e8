// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One entry of a table indexed at run time lacks the check.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_type {
	const char *name;
	bool (*fits)(const char *text);
};

static bool unit_fits(const char *text)
{
	return sysfs_streq(text, "unit-1");
}

static const struct unit_type unit_types[] = {
	{ "small", unit_fits },
	{ "large" },
};

struct unit {
	unsigned int type;
};

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

	if (unit->type >= ARRAY_SIZE(unit_types))
		return -ENODEV;
	if (!unit_types[unit->type].fits(buf)) { /* expect: MV403 */
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
