// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The internal code of a helper is replaced before it leaves.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static bool unit_up;
module_param_named(up, unit_up, bool, 0444);

static int unit_ready(void)
{
	return unit_up ? 0 : -ENOTSUPP;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	int ret = unit_ready();

	if (ret == -ENOTSUPP)
		ret = -EOPNOTSUPP;
	if (ret)
		return ret;
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (!unit_up) {
		pr_info("unit: down\n");
		return -ENODEV;
	}
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
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

struct mdev_driver unit_driver = {
	.driver = { .name = "unit" },
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_driver);
}
