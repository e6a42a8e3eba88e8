// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The array has four hundred elements, the loop one round more.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "rail\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	u16 sums[400];
	int i;

	for (i = 0; i <= 400; i++)
		sums[i] = i * 7; /* expect: MV205 */
	if (strlen(buf) != count || !sysfs_streq(buf, "rail") || sums[1] != 7) {
		pr_info("rail: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *rail_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group rail_group = {
	.name = "rail",
	.attrs = rail_attrs,
};
static struct attribute_group *rail_groups[] = { &rail_group, NULL };

static const struct mdev_parent_ops rail_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = rail_groups,
};

int rail_add(struct device *dev)
{
	return mdev_register_device(dev, &rail_ops);
}
