// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Only chips that have the operation get the file.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 * migver-verdict: MV403 proved
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	unsigned int generation;
	bool (*fits)(struct unit *unit, const char *text);
};

static bool unit_fits(struct unit *unit, const char *text)
{
	return sysfs_streq(text, "unit-1");
}

int unit_add(struct device *dev);

int unit_probe(struct device *dev, struct unit *unit)
{
	dev_set_drvdata(dev, unit);
	if (unit->generation > 2) {
		unit->fits = unit_fits;
		return unit_add(dev);
	}
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

	if (!unit->fits(unit, buf)) {
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
