// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Capital letters are not small ones.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

static const u32 unit_ids[] = { 0x1abc, 0x2def };

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%X\n", unit_ids[mtype_get_type_group_id(mtype) & 1]);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	char own[12];

	scnprintf(own, sizeof(own), "%x", unit_ids[mtype_get_type_group_id(mtype) & 1]);
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL; /* expect: MV301 */
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

const struct mdev_parent_ops unit_ops = { .supported_type_groups = unit_groups };

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
