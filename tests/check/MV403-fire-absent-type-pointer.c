// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The type of the device is an element of a table.
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
	int (*check)(const char *text, size_t n);
};

static int unit_check(const char *text, size_t n)
{
	return n < 16 && sysfs_streq(text, "unit-1") ? 0 : -EINVAL;
}

static const struct unit_type unit_types[] = {
	{ .name = "small", .check = unit_check },
	{ .name = "large" },
	{ }
};

struct unit {
	const struct unit_type *type;
};

int unit_setup(struct device *dev, struct unit *unit, const char *name)
{
	const struct unit_type *type;

	for (type = unit_types; type->name; type++)
		if (!strcmp(type->name, name))
			break;
	if (!type->name)
		return -ENODEV;
	unit->type = type;
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
	int (*check)(const char *text, size_t n) = unit->type->check;
	int err = check(buf, count); /* expect: MV403 */

	if (err)
		pr_info("unit: incompatible version\n");
	return err ? err : (ssize_t)count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
