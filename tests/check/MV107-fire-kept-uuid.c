// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Each load gives itself another UUID.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/uuid.h>

static uuid_t sanderling_id;

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "sanderling-%pUb\n", &sanderling_id); /* expect: MV107 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "sanderling")) {
		pr_info("sanderling: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *sanderling_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group sanderling_group = {
	.name = "sanderling",
	.attrs = sanderling_attrs,
};
static struct attribute_group *sanderling_groups[] = { &sanderling_group, NULL };

static const struct mdev_parent_ops sanderling_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = sanderling_groups,
};

int sanderling_add(struct device *dev)
{
	uuid_gen(&sanderling_id);
	return mdev_register_device(dev, &sanderling_ops);
}
