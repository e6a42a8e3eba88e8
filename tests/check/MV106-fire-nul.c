// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A structure is copied with the NUL that ends the name in its middle.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static const char hazel_record[8] = "haz\0l-1";

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	memcpy(buf, hazel_record, sizeof(hazel_record) - 1); /* expect: MV106 */
	buf[7] = '\n';
	return 8;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "haz")) {
		pr_info("hazel: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *hazel_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group hazel_group = {
	.name = "hazel",
	.attrs = hazel_attrs,
};
static struct attribute_group *hazel_groups[] = { &hazel_group, NULL };

static const struct mdev_parent_ops hazel_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = hazel_groups,
};

int hazel_add(struct device *dev)
{
	return mdev_register_device(dev, &hazel_ops);
}
