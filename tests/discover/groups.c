// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Groups with names, is_visible, in lists, and pointed to by a device.
 *
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
 * check-output-end
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return sysfs_streq(buf, "unit-1") ? count : -EINVAL;
}

static DEVICE_ATTR_RW(migration_version);
static struct device_attribute other = __ATTR(other, 0444, migration_version_show, NULL);

static struct attribute *named_attrs[] = { &dev_attr_migration_version.attr, NULL };
static struct attribute *plain_attrs[] = { &other.attr, NULL };

static umode_t is_visible(struct kobject *kobj, struct attribute *attr, int n)
{
	return 0;
}

static const struct attribute_group named = {
	.name = "migration",
	.attrs = named_attrs,
	.is_visible = is_visible,
};
static const struct attribute_group plain = { .attrs = plain_attrs };

static const struct attribute_group *groups[] = { &named, &plain, NULL };

void unit_setup(struct device *dev)
{
	dev->groups = groups;
}
