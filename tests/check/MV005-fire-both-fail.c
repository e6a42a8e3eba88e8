// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Neither handler can ever succeed.
 *
 * migver-era: B
 * migver-expect: defective
 * migver-verdict: MV203 not-applicable
 * migver-verdict: MV204 not-applicable
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return -EOPNOTSUPP;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	pr_info("unit: no migration\n");
	return -EOPNOTSUPP;
}
static MDEV_TYPE_ATTR_RW(migration_version); /* expect: MV005 */

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group unit_group = {
	.name = "unit",
	.attrs = unit_attrs,
};
static struct attribute_group *unit_groups[] = { &unit_group, NULL };

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
