// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Attributes in arrays, in structs of the driver, and in both.
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
