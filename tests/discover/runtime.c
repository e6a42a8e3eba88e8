// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Name, mode and handlers of a static object, given at run time.
 *
 * check-command: lint --dump discover $file
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

static struct device_attribute version;
static struct attribute *attrs[2];
static const struct attribute_group group = { .attrs = attrs };

int unit_add(struct device *dev, bool is_writable)
{
	sysfs_attr_init(&version.attr);
	version.attr.name = "migration_version";
	version.attr.mode = 0644;
	version.show = migration_version_show;
	version.store = migration_version_store;
	attrs[0] = &version.attr;
	return sysfs_create_group(&dev->kobj, &group);
}
