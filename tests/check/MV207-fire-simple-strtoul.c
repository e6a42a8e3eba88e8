// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The rest of the text is never looked at (a warning).
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define UNIT_VERSION 12

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return sysfs_emit(buf, "%u\n", UNIT_VERSION);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	if (strlen(buf) != count ||
	    simple_strtoul(buf, NULL, 10) != UNIT_VERSION) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count; /* expect: MV207 */
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group unit_group = {
	.name = "unit",
	.attrs = unit_attrs,
};
static struct attribute_group *unit_groups[] = { &unit_group, NULL };

const struct mdev_parent_ops unit_ops = { .supported_type_groups = unit_groups };

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
