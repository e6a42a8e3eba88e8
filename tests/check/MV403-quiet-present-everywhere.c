// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Every table has it, and what one table lacks is not called.
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

int unit_probe(struct device *dev, struct unit *unit)
{
	unit->ops = unit->generation < 3 ? &unit_old_ops : &unit_new_ops;
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

	if (unit->ops->version() != 1 || !sysfs_streq(buf, "unit-1")) {
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
