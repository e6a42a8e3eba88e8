// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The lookup may find nothing.
 *
 * migver-era: C
 * migver-expect: defective
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
	if (id >= ARRAY_SIZE(unit_types))
		return NULL;
	return &unit_types[id];
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	const struct unit_type *type = unit_find(mtype_get_type_group_id(mtype));

	return sysfs_emit(buf, "unit-%u\n", type->version); /* expect: MV109 */
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

static struct mdev_driver unit_driver = {
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_driver);
}
