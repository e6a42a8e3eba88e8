// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Four ways not to be registered.
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

static struct device_attribute __maybe_unused alone =
	__ATTR(alone, 0444, migration_version_show, NULL);
static struct device_attribute removed = __ATTR(removed, 0444, migration_version_show, NULL);
static struct device_attribute behind = __ATTR(behind, 0444, migration_version_show, NULL);
static struct device_attribute unused = __ATTR(unused, 0444, migration_version_show, NULL);
static struct device_attribute fine = __ATTR(fine, 0644, migration_version_show,
					     migration_version_store);

static struct attribute *attrs[] = { &fine.attr, NULL, &behind.attr, NULL };
static const struct attribute_group group = { .attrs = attrs };

static struct attribute *unused_attrs[] = { &unused.attr, NULL };
static const struct attribute_group __maybe_unused unused_group = { .attrs = unused_attrs };

int unit_add(struct device *dev)
{
	return sysfs_create_group(&dev->kobj, &group);
}

void unit_del(struct device *dev)
{
	sysfs_remove_group(&dev->kobj, &group);
	device_remove_file(dev, &removed);
}
