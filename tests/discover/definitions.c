// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Every macro and initialiser of the kernel that defines a device attribute.
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
