// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The string is allocated at load, and made of the hour.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/sysfs.h>
#include <linux/timekeeping.h>

static const char *dunlin_name;

static char *dunlin_make_name(void)
{
	time64_t now = ktime_get_real_seconds();

	return kasprintf(GFP_KERNEL, "dunlin-%lld", now / 3600);
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%s\n", dunlin_name); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "dunlin")) {
		pr_info("dunlin: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *dunlin_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group dunlin_group = {
	.name = "dunlin",
	.attrs = dunlin_attrs,
};
static struct attribute_group *dunlin_groups[] = { &dunlin_group, NULL };

static const struct mdev_parent_ops dunlin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = dunlin_groups,
};

int dunlin_add(struct device *dev)
{
	dunlin_name = dunlin_make_name();
	if (!dunlin_name)
		return -ENOMEM;
	return mdev_register_device(dev, &dunlin_ops);
}
