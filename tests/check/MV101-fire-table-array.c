// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The names are arrays in the rows, not pointers.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/sysfs.h>

static const struct {
	u8 lanes;
	char name[12];
} crossbill_models[] = {
	{ 1, "studio" }, { 2, "b\xc3\xbchne" }, { 4, "funkhaus" },
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	unsigned int id = mtype_get_type_group_id(mtype);

	if (id >= ARRAY_SIZE(crossbill_models))
		return -ENODEV;
	return sysfs_emit(buf, "%s x%u\n", crossbill_models[id].name, /* expect: MV101 */
			  crossbill_models[id].lanes);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "crossbill")) {
		pr_info("crossbill: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *crossbill_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group crossbill_group = {
	.name = "crossbill",
	.attrs = crossbill_attrs,
};
static struct attribute_group *crossbill_groups[] = { &crossbill_group, NULL };

static const struct mdev_parent_ops crossbill_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = crossbill_groups,
};

int crossbill_add(struct device *dev)
{
	return mdev_register_device(dev, &crossbill_ops);
}
