// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One helper tells both whether there is a version.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV302 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit {
	u16 device;
	u32 proto;
	bool can_migrate;
	char version[16];
};

static const char *unit_version(struct device *dev)
{
	struct unit *unit = dev_get_drvdata(dev);

	return unit && unit->can_migrate ? unit->version : NULL;
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	const char *version = unit_version(dev);

	return version ? sprintf(buf, "%.15s\n", version) : -ENODEV;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	const char *version = unit_version(dev);

	if (!version) {
		pr_info("unit: refused\n");
		return -ENODEV;
	}
	if (strlen(buf) == count && sysfs_streq(buf, version))
		return count;
	dev_info(dev, "incompatible version\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group unit_group = {
	.name = "unit",
	.attrs = unit_attrs,
};
static struct attribute_group *unit_groups[] = { &unit_group, NULL };

const struct mdev_parent_ops unit_ops = { .supported_type_groups = unit_groups };

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
