// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The lookup may find nothing, and that is tested.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_type {
	const char *id;
	unsigned int version;
};

static const struct unit_type unit_types[] = {
	{ "small", 3 },
	{ "large", 4 },
};

static const struct unit_type *unit_find(unsigned int id)
{
	return id < ARRAY_SIZE(unit_types) ? &unit_types[id] : NULL;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	const struct unit_type *type = unit_find(mtype_get_type_group_id(mtype));

	if (!type)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "unit-%u\n", type->version);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf,
				       size_t count)
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
	.name = "unit-1",
	.attrs = unit_attrs,
};

static struct attribute_group *unit_groups[] = {
	&unit_group,
	NULL,
};

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
