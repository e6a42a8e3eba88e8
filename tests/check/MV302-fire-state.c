// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * show answers in one state only.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

enum unit_state { UNIT_DOWN, UNIT_UP = 4, UNIT_GONE };

struct unit {
	enum unit_state state;
};

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	if (!unit || unit->state != UNIT_UP)
		return -EAGAIN;
	return sprintf(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, "unit-1"))
		return count; /* expect: MV302 */
	dev_info(dev, "incompatible version\n");
	return -EINVAL;
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
