// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Columns of a fixed width, for the eye, and too many of them.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static const char *const tern_names[5] = { "a", "b", "c", "d", "e" };

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return scnprintf(buf, PAGE_SIZE, "%-900s%-900s%-900s%-900s%-900s", /* expect: MV102 */
			 tern_names[0], tern_names[1], tern_names[2],
			 tern_names[3], tern_names[4]);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "tern")) {
		pr_info("tern: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *tern_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group tern_group = {
	.name = "tern",
	.attrs = tern_attrs,
};
static struct attribute_group *tern_groups[] = { &tern_group, NULL };

static const struct mdev_parent_ops tern_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = tern_groups,
};

int tern_add(struct device *dev)
{
	return mdev_register_device(dev, &tern_ops);
}
