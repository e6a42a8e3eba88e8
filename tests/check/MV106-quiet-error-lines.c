// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Several lines are written to the log, and one is shown.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static bool maple_ready;
module_param(maple_ready, bool, 0444);

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	if (!maple_ready) {
		sprintf(buf, "not\nready\n");
		pr_info("maple: %s", buf);
		return -EAGAIN;
	}
	return sprintf(buf, "maple 1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	if (!maple_ready || strlen(buf) != count ||
	    !sysfs_streq(buf, "maple 1")) {
		pr_info("maple: incompatible or not ready\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *maple_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group maple_group = {
	.name = "maple",
	.attrs = maple_attrs,
};
static struct attribute_group *maple_groups[] = { &maple_group, NULL };

static const struct mdev_parent_ops maple_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = maple_groups,
};

int maple_add(struct device *dev)
{
	return mdev_register_device(dev, &maple_ops);
}
