// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The device node always asks for the first type: no string shows it for the first type itself.
 *
 * migver-era: B
 * migver-expect: conforming
 * migver-verdict: MV303 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct blk_type {
	const char *version;
};

static const struct blk_type blk_types[] = { { "blk-a-1" }, { "blk-b-1" } };

static int blk_check(const struct blk_type *type, const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, type->version))
		return 0;
	pr_info("blk: incompatible version\n");
	return -EINVAL;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	unsigned int id = mtype_get_type_group_id(mtype);

	if (id >= ARRAY_SIZE(blk_types))
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", blk_types[id].version);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int id = mtype_get_type_group_id(mtype);
	int ret;

	if (id >= ARRAY_SIZE(blk_types)) {
		pr_info("blk: no such type\n");
		return -ENODEV;
	}
	ret = blk_check(&blk_types[id], buf, count);
	return ret ? ret : count;
}

static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *blk_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group blk_group = {
	.name = "blk",
	.attrs = blk_attrs,
};
static struct attribute_group *blk_groups[] = { &blk_group, NULL };

static ssize_t node_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	unsigned int id = mdev_get_type_group_id(mdev_from_dev(dev));

	if (id >= ARRAY_SIZE(blk_types))
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", blk_types[0].version);
}

static ssize_t node_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	unsigned int id = mdev_get_type_group_id(mdev_from_dev(dev));
	int ret;

	if (id >= ARRAY_SIZE(blk_types)) {
		pr_info("blk: no such type\n");
		return -ENODEV;
	}
	ret = blk_check(&blk_types[0], buf, count);
	return ret ? ret : count;
}

static struct device_attribute node_attr =
	__ATTR(migration_version, 0644, node_show, node_store);

static struct attribute *node_attrs[] = { &node_attr.attr, NULL };
static const struct attribute_group node_group = { .attrs = node_attrs };
static const struct attribute_group *node_groups[] = { &node_group, NULL };

const struct mdev_parent_ops blk_ops = {
	.supported_type_groups = blk_groups,
	.mdev_attr_groups = node_groups,
};

int blk_add(struct device *dev)
{
	return mdev_register_device(dev, &blk_ops);
}
