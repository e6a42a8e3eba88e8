// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The type is in the name of the kobject; both handlers ask for the same.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

struct unit_type {
	const char *name;
	bool migrates;
};

struct unit {
	u32 caps;
	u16 rev;
};

static const struct unit_type unit_types[] = {
	{ "small", true },
	{ "large", true },
	{ "raw", false },
};

/* The core names a type's folder "<driver>-<group>". */
static const struct unit_type *unit_type(struct kobject *kobj)
{
	const char *tail = strrchr(kobject_name(kobj), '-');

	for (int i = 0; tail && i < ARRAY_SIZE(unit_types); i++)
		if (!strcmp(tail + 1, unit_types[i].name))
			return &unit_types[i];
	return NULL;
}

static int unit_check(const struct unit *unit, const struct unit_type *type, bool incoming)
{
	if (!unit || !type)
		return -ENODEV;
	if (!type->migrates || !(unit->caps & BIT(0)))
		return -EOPNOTSUPP;
	if (!(unit->caps & BIT(3)))
		return -EOPNOTSUPP;
	return 0;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	const struct unit_type *type = unit_type(kobj);
	struct unit *unit = dev_get_drvdata(dev);
	int ret = unit_check(unit, type, false);

	return ret ? ret : sprintf(buf, "unit-r%02x-%s\n", unit->rev, type->name);
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	const struct unit_type *type = unit_type(kobj);
	struct unit *unit = dev_get_drvdata(dev);
	char want[32];
	int ret = unit_check(unit, type, true);

	if (!ret) {
		snprintf(want, sizeof(want), "unit-r%02x-%s", unit->rev, type->name);
		ret = strlen(buf) == count && sysfs_streq(buf, want) ? 0 : -EINVAL;
	}
	if (ret)
		dev_info(dev, "no peer of %s\n", kobject_name(kobj));
	return ret ? ret : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group unit_small = { .name = "small", .attrs = unit_attrs };
static struct attribute_group unit_large = { .name = "large", .attrs = unit_attrs };
static struct attribute_group *unit_groups[] = { &unit_small, &unit_large, NULL };

const struct mdev_parent_ops unit_ops = { .supported_type_groups = unit_groups };

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
