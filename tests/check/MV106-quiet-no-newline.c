// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * No newline at all is one line, too.
 *
 * migver-era: B
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return scnprintf(buf, PAGE_SIZE, "cedar %u", 1);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "cedar 1")) {
		pr_info("cedar: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *cedar_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group cedar_group = {
	.name = "cedar",
	.attrs = cedar_attrs,
};
static struct attribute_group *cedar_groups[] = { &cedar_group, NULL };

static const struct mdev_parent_ops cedar_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = cedar_groups,
};

int cedar_add(struct device *dev)
{
	return mdev_register_device(dev, &cedar_ops);
}
