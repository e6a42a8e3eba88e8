// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Attributes allocated and filled in from a table in a loop.
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

static ssize_t serial_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "7\n");
}

static const struct {
	const char *name;
	ssize_t (*show)(struct device *dev, struct device_attribute *attr, char *buf);
	ssize_t (*store)(struct device *dev, struct device_attribute *attr, const char *buf,
			 size_t count);
} table[] = {
	{ "serial", serial_show },
	{ "migration_version", migration_version_show, migration_version_store },
};

struct unit {
	struct device_attribute *list;
	struct attribute **attrs;
	struct attribute_group group;
};

int unit_probe(struct device *dev)
{
	struct unit *unit = devm_kzalloc(dev, sizeof(*unit), GFP_KERNEL);

	if (!unit)
		return -ENOMEM;
	unit->list = devm_kcalloc(dev, ARRAY_SIZE(table), sizeof(*unit->list), GFP_KERNEL);
	unit->attrs = devm_kcalloc(dev, ARRAY_SIZE(table) + 1, sizeof(*unit->attrs), GFP_KERNEL);
	if (!unit->list || !unit->attrs)
		return -ENOMEM;
	for (unsigned int i = 0; i < ARRAY_SIZE(table); i++) {
		struct device_attribute *attr = &unit->list[i];

		sysfs_attr_init(&attr->attr);
		attr->attr.name = table[i].name;
		attr->attr.mode = table[i].store ? 0644 : 0444;
		attr->show = table[i].show;
		attr->store = table[i].store;
		unit->attrs[i] = &attr->attr;
	}
	unit->group.attrs = unit->attrs;
	return sysfs_create_group(&dev->kobj, &unit->group);
}

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "migration_version" at tests/discover/table.c:57:3
	object struct device_attribute: device, era device, node device
	mode unknown
	show migration_version_show at tests/discover/table.c:59:3, body at tests/discover/table.c:11:16
	store migration_version_store at tests/discover/table.c:60:3, body at tests/discover/table.c:16:16
	registered by sysfs_create_group() at tests/discover/table.c:64:9
attribute "serial" at tests/discover/table.c:57:3
	object struct device_attribute: device, era device, node device
	mode unknown
	show serial_show at tests/discover/table.c:59:3, body at tests/discover/table.c:22:16
	store none
	registered by sysfs_create_group() at tests/discover/table.c:64:9
 * check-output-end
 */
