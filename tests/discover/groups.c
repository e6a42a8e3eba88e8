// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Groups with names, is_visible, in lists, and pointed to by a device.
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

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "migration_version" at tests/discover/groups.c:22:8
	object dev_attr_migration_version: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/groups.c:22:8, body at tests/discover/groups.c:11:16
	store migration_version_store at tests/discover/groups.c:22:8, body at tests/discover/groups.c:16:16
	registered by groups of struct device at tests/discover/groups.c:44:2
attribute "other" at tests/discover/groups.c:23:32
	object other: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/groups.c:23:60, body at tests/discover/groups.c:11:16
	store none
	registered by groups of struct device at tests/discover/groups.c:44:2
 * check-output-end
 */
