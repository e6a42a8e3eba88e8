// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Name, mode and handlers of a static object, given at run time.
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

/*
 * check-command: lint --dump discover $file
 * check-output-start
attribute "migration_version" at tests/discover/runtime.c:29:2
	object version: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/runtime.c:31:2, body at tests/discover/runtime.c:11:16
	store migration_version_store at tests/discover/runtime.c:32:2, body at tests/discover/runtime.c:16:16
	registered by sysfs_create_group() at tests/discover/runtime.c:34:9
 * check-output-end
 */
