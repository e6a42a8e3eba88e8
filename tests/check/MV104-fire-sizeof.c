// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * sizeof of a string literal counts the NUL.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	strcpy(buf, "unit-1\n");
	return sizeof("unit-1\n"); /* expect: MV104 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
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
