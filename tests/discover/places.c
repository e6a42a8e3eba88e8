// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Attributes in arrays, in structs of the driver, and in both.
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

static struct device_attribute list[] = {
	__ATTR(list_zero, 0444, migration_version_show, NULL),
	[2] = __ATTR(list_two, 0644, migration_version_show, migration_version_store),
};

struct unit_type {
	int id;
	struct device_attribute version;
	struct attribute *attrs[2];
	struct attribute_group group;
};

static struct unit_type types[2] = {
	{
		.version = __ATTR(migration_version, 0644, migration_version_show,
				  migration_version_store),
		.attrs = { &types[0].version.attr },
		.group = { .name = "small", .attrs = types[0].attrs },
	},
	{
		.id = 1,
		.version = __ATTR(migration_version, 0600, migration_version_show,
				  migration_version_store),
		.attrs = { &types[1].version.attr },
		.group = { .name = "large", .attrs = types[1].attrs },
	},
};

int unit_add(struct device *dev)
{
	int ret;

	for (unsigned int i = 0; i < ARRAY_SIZE(list); i++) {
		ret = device_create_file(dev, &list[i]);
		if (ret)
			return ret;
	}
	return sysfs_create_group(&dev->kobj, &types[1].group);
}

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "list_zero" at tests/discover/places.c:23:2
	object list[0]: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/places.c:23:26, body at tests/discover/places.c:11:16
	store none
	registered by device_create_file() at tests/discover/places.c:55:9
attribute "list_two" at tests/discover/places.c:24:8
	object list[2]: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/places.c:24:31, body at tests/discover/places.c:11:16
	store migration_version_store at tests/discover/places.c:24:55, body at tests/discover/places.c:16:16
	registered by device_create_file() at tests/discover/places.c:55:9
attribute "migration_version" at tests/discover/places.c:36:14
	object types[0].version: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/places.c:36:46, body at tests/discover/places.c:11:16
	store migration_version_store at tests/discover/places.c:37:7, body at tests/discover/places.c:16:16
	not registered
attribute "migration_version" at tests/discover/places.c:43:14
	object types[1].version: device, era device, node device
	mode 0600
	show migration_version_show at tests/discover/places.c:43:46, body at tests/discover/places.c:11:16
	store migration_version_store at tests/discover/places.c:44:7, body at tests/discover/places.c:16:16
	registered by sysfs_create_group() at tests/discover/places.c:59:9
 * check-output-end
 */
