// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One byte more than count is copied, and count may be all of the page.
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
	return sysfs_emit(buf, "coot\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	char copy[64];
	size_t i;

	if (count > sizeof(copy)) {
		pr_info("coot: too long\n");
		return -EINVAL;
	}
	for (i = 0; i <= count; i++)
		copy[i] = buf[i]; /* expect: MV205 */
	if (strlen(buf) != count || !sysfs_streq(copy, "coot")) {
		pr_info("coot: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *coot_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group coot_group = {
	.name = "coot",
	.attrs = coot_attrs,
};
static struct attribute_group *coot_groups[] = { &coot_group, NULL };

static const struct mdev_parent_ops coot_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = coot_groups,
};

int coot_add(struct device *dev)
{
	return mdev_register_device(dev, &coot_ops);
}
