// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The helper that refuses logs the reason.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static int unit_check(const char *buf, size_t count)
{
	if (strlen(buf) != count) {
		pr_notice("unit: a NUL in a version\n");
		return -EINVAL;
	}
	if (!sysfs_streq(buf, "unit-1")) {
		pr_notice("unit: another version\n");
		return -ENODEV;
	}
	return 0;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = unit_check(buf, count);

	return ret ? ret : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_type_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group unit_type_group = {
	.name = "1",
	.attrs = unit_type_attrs,
};

static struct attribute_group *unit_type_groups[] = {
	&unit_type_group,
	NULL,
};

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_type_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
