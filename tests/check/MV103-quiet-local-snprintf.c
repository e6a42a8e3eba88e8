// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A print into a smaller array is cut by its size.
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

static unsigned int unit_generation;

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev,
				      char *buf)
{
	char name[8];

	snprintf(name, sizeof(name), "generation-%u", unit_generation);
	return sprintf(buf, "%s\n", name);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf,
				       size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
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
