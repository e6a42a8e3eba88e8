// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * sscanf() alone leaves the tail unchecked (a warning).
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define UNIT_MAJOR 3
#define UNIT_MINOR 1

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%u.%u\n", UNIT_MAJOR, UNIT_MINOR);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int major, minor;

	if (strlen(buf) != count || sscanf(buf, "%u.%u", &major, &minor) != 2 ||
	    major != UNIT_MAJOR || minor > UNIT_MINOR) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count; /* expect: MV207 */
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
