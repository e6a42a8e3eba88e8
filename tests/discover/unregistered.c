// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Four ways not to be registered.
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

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "alone" at tests/discover/unregistered.c:22:47
	object alone: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/unregistered.c:23:22, body at tests/discover/unregistered.c:11:16
	store none
	not registered
attribute "removed" at tests/discover/unregistered.c:24:32
	object removed: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/unregistered.c:24:64, body at tests/discover/unregistered.c:11:16
	store none
	not registered
attribute "behind" at tests/discover/unregistered.c:25:32
	object behind: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/unregistered.c:25:62, body at tests/discover/unregistered.c:11:16
	store none
	not registered
attribute "unused" at tests/discover/unregistered.c:26:32
	object unused: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/unregistered.c:26:62, body at tests/discover/unregistered.c:11:16
	store none
	not registered
attribute "fine" at tests/discover/unregistered.c:27:32
	object fine: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/unregistered.c:27:58, body at tests/discover/unregistered.c:11:16
	store migration_version_store at tests/discover/unregistered.c:28:11, body at tests/discover/unregistered.c:16:16
	registered by sysfs_create_group() at tests/discover/unregistered.c:38:9
 * check-output-end
 */
