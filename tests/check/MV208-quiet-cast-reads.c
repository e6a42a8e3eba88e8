// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The const is cast away, but nothing is written.
 *
 * migver-era: A
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf,
				       size_t count)
{
	char *text = (char *)buf;

	if (strlen(text) > 7 || !sysfs_streq(text, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group unit_group = {
	.name = "unit-1",
	.attrs = unit_attrs,
};

static struct attribute_group *unit_groups[] = {
	&unit_group,
	NULL,
};

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
