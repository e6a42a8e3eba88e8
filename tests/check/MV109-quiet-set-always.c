// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * It is set on every way through probe that succeeds.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 * migver-verdict: MV109 proved
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	unsigned int generation;
	u32 (*get_version)(struct unit *unit);
};

static u32 unit_old_version(struct unit *unit)
{
	return 1;
}

static u32 unit_get_version(struct unit *unit)
{
	return unit->generation + 1;
}

int unit_probe(struct device *dev, unsigned int generation)
{
	struct unit *unit = devm_kzalloc(dev, sizeof(*unit), GFP_KERNEL);

	if (!unit)
		return -ENOMEM;
	if (generation > 2)
		unit->get_version = unit_get_version;
	else
		unit->get_version = unit_old_version;
	unit->generation = generation;
	dev_set_drvdata(dev, unit);
	return 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "unit-%u\n", unit->get_version(unit));
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	if (!sysfs_streq(buf, "unit-1")) {
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
