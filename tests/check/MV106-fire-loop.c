// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A line for each format that the unit knows.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static const int rowan_formats[] = { 3, 4, 7 };

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	ssize_t len = 0;
	int i;

	for (i = 0; i < ARRAY_SIZE(rowan_formats); i++)
		len += scnprintf(buf + len, PAGE_SIZE - len, "%d\n", /* expect: MV106 */
				 rowan_formats[i]);
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "3\n4\n7")) {
		pr_info("rowan: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *rowan_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group rowan_group = {
	.name = "rowan",
	.attrs = rowan_attrs,
};
static struct attribute_group *rowan_groups[] = { &rowan_group, NULL };

static const struct mdev_parent_ops rowan_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = rowan_groups,
};

int rowan_add(struct device *dev)
{
	return mdev_register_device(dev, &rowan_ops);
}
