// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Names that were probably meant to be migration_version, and others.
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

static DEVICE_ATTR(migration_verison, 0644, migration_version_show, migration_version_store);
static DEVICE_ATTR(migrationversion, 0644, migration_version_show, migration_version_store);
static DEVICE_ATTR(version_migration, 0644, migration_version_show, migration_version_store);
static DEVICE_ATTR(migration_state, 0644, migration_version_show, migration_version_store);
static DEVICE_ATTR(migration_version_max, 0644, migration_version_show, migration_version_store);
static DEVICE_ATTR(migration_version2, 0644, migration_version_show, migration_version_store);
static DEVICE_ATTR(version, 0644, migration_version_show, migration_version_store);

static struct attribute *attrs[] = {
	&dev_attr_migration_verison.attr,
	&dev_attr_migrationversion.attr,
	&dev_attr_version_migration.attr,
	&dev_attr_migration_state.attr,
	&dev_attr_migration_version_max.attr,
	&dev_attr_migration_version2.attr,
	&dev_attr_version.attr,
	NULL,
};
static const struct attribute_group group = { .attrs = attrs };
static const struct attribute_group *groups[] = { &group, NULL };

int unit_add(struct device *dev)
{
	return devm_device_add_groups(dev, groups);
}

/*
 * check-command: lint --dump discover $file
 * check-output-start
attribute "migration_verison" at tests/discover/near_miss.c:22:8
	object dev_attr_migration_verison: device, era device, node device
	meant migration_version
	mode 0644
	show migration_version_show at tests/discover/near_miss.c:22:45, body at tests/discover/near_miss.c:11:16
	store migration_version_store at tests/discover/near_miss.c:22:69, body at tests/discover/near_miss.c:16:16
	registered by devm_device_add_groups() at tests/discover/near_miss.c:45:9
attribute "migrationversion" at tests/discover/near_miss.c:23:8
	object dev_attr_migrationversion: device, era device, node device
	meant migration_version
	mode 0644
	show migration_version_show at tests/discover/near_miss.c:23:44, body at tests/discover/near_miss.c:11:16
	store migration_version_store at tests/discover/near_miss.c:23:68, body at tests/discover/near_miss.c:16:16
	registered by devm_device_add_groups() at tests/discover/near_miss.c:45:9
attribute "version_migration" at tests/discover/near_miss.c:24:8
	object dev_attr_version_migration: device, era device, node device
	meant migration_version
	mode 0644
	show migration_version_show at tests/discover/near_miss.c:24:45, body at tests/discover/near_miss.c:11:16
	store migration_version_store at tests/discover/near_miss.c:24:69, body at tests/discover/near_miss.c:16:16
	registered by devm_device_add_groups() at tests/discover/near_miss.c:45:9
 * check-output-end
 */
