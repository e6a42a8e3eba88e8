// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Compared by hand, up to the NUL of both.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static const char unit_version[] = "unit-1";

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%s\n", unit_version);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	size_t i;

	for (i = 0; i < count && i < sizeof(unit_version); i++)
		if (buf[i] != unit_version[i])
			break;
	if (i == count && unit_version[i] == '\0') /* expect: MV205 */
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL; /* expect: MV206 */
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
