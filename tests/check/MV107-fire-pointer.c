// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The address of the type tells two units apart, on this host and until the next boot.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "heron %p\n", kobj); /* expect: MV107 */
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "heron")) {
		pr_info("heron: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *heron_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group heron_group = {
	.name = "heron",
	.attrs = heron_attrs,
};
static struct attribute_group *heron_groups[] = { &heron_group, NULL };

static const struct mdev_parent_ops heron_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = heron_groups,
};

int heron_add(struct device *dev)
{
	return mdev_register_device(dev, &heron_ops);
}
