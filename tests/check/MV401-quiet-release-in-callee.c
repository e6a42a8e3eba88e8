// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A callee that is given the copy frees it.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>

static int unit_consume(char *copy)
{
	int ret = strcmp(strim(copy), "unit-1") ? -EINVAL : 0;

	kfree(copy);
	return ret;
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
	char *copy;
	int ret;

	if (strlen(buf) != count) {
		pr_info("unit: no version\n");
		return -EINVAL;
	}
	copy = kstrdup(buf, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	ret = unit_consume(copy);
	if (ret)
		pr_info("unit: incompatible version\n");
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
