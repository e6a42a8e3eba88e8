// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Every macro and initialiser of the kernel that defines a device attribute.
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
static DEVICE_ATTR(by_device_attr, 0640, migration_version_show, migration_version_store);
static struct device_attribute by_attr =
	__ATTR(by_attr, S_IRUGO | S_IWUSR, migration_version_show, migration_version_store);
static struct device_attribute by_attr_ro = __ATTR_RO(migration_version);
static struct device_attribute designated = {
	.show = migration_version_show,
	.attr = { .mode = 0400, .name = "designated" },
};
static struct device_attribute dotted = {
	.attr.name = "dotted",
	.attr.mode = 0200,
	.store = migration_version_store,
};
static struct device_attribute positional = {
	{ "positional", 0644 }, migration_version_show, migration_version_store
};
static struct device_attribute *literal = &(struct device_attribute){
	.attr = { .name = "literal", .mode = 0444 },
	.show = migration_version_show,
};

static struct attribute *attrs[] = {
	&dev_attr_migration_version.attr,
	&dev_attr_by_device_attr.attr,
	&by_attr.attr,
	&by_attr_ro.attr,
	&designated.attr,
	&dotted.attr,
	&positional.attr,
	NULL,
};
static const struct attribute_group group = { .attrs = attrs };

int unit_add(struct device *dev)
{
	int ret = device_create_file(dev, literal);

	return ret ? ret : sysfs_create_group(&dev->kobj, &group);
}

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "migration_version" at tests/discover/definitions.c:22:8
	object dev_attr_migration_version: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/definitions.c:22:8, body at tests/discover/definitions.c:11:16
	store migration_version_store at tests/discover/definitions.c:22:8, body at tests/discover/definitions.c:16:16
	registered by sysfs_create_group() at tests/discover/definitions.c:60:21
attribute "by_device_attr" at tests/discover/definitions.c:23:8
	object dev_attr_by_device_attr: device, era device, node device
	mode 0640
	show migration_version_show at tests/discover/definitions.c:23:42, body at tests/discover/definitions.c:11:16
	store migration_version_store at tests/discover/definitions.c:23:66, body at tests/discover/definitions.c:16:16
	registered by sysfs_create_group() at tests/discover/definitions.c:60:21
attribute "by_attr" at tests/discover/definitions.c:24:32
	object by_attr: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/definitions.c:25:37, body at tests/discover/definitions.c:11:16
	store migration_version_store at tests/discover/definitions.c:25:61, body at tests/discover/definitions.c:16:16
	registered by sysfs_create_group() at tests/discover/definitions.c:60:21
attribute "migration_version" at tests/discover/definitions.c:26:32
	object by_attr_ro: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/definitions.c:26:45, body at tests/discover/definitions.c:11:16
	store none
	registered by sysfs_create_group() at tests/discover/definitions.c:60:21
attribute "designated" at tests/discover/definitions.c:27:32
	object designated: device, era device, node device
	mode 0400
	show migration_version_show at tests/discover/definitions.c:28:10, body at tests/discover/definitions.c:11:16
	store none
	registered by sysfs_create_group() at tests/discover/definitions.c:60:21
attribute "dotted" at tests/discover/definitions.c:31:32
	object dotted: device, era device, node device
	mode 0200
	show none
	store migration_version_store at tests/discover/definitions.c:34:11, body at tests/discover/definitions.c:16:16
	registered by sysfs_create_group() at tests/discover/definitions.c:60:21
attribute "positional" at tests/discover/definitions.c:36:32
	object positional: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/definitions.c:37:26, body at tests/discover/definitions.c:11:16
	store migration_version_store at tests/discover/definitions.c:37:50, body at tests/discover/definitions.c:16:16
	registered by sysfs_create_group() at tests/discover/definitions.c:60:21
attribute "literal" at tests/discover/definitions.c:39:44
	object (unnamed): device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/definitions.c:41:10, body at tests/discover/definitions.c:11:16
	store none
	registered by device_create_file() at tests/discover/definitions.c:58:12
 * check-output-end
 */
