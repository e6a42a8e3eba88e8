// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper fills in two attributes; each keeps its own handlers.
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

struct unit {
	struct device_attribute version, serial;
};

typedef ssize_t (*show_fn)(struct device *, struct device_attribute *, char *);
typedef ssize_t (*store_fn)(struct device *, struct device_attribute *, const char *, size_t);

static int add_attr(struct device *dev, struct device_attribute *attr, const char *name,
		    umode_t mode, show_fn show, store_fn store)
{
	sysfs_attr_init(&attr->attr);
	attr->attr.name = name;
	attr->attr.mode = mode;
	attr->show = show;
	attr->store = store;
	return device_create_file(dev, attr);
}

int unit_probe(struct device *dev)
{
	struct unit *unit = devm_kzalloc(dev, sizeof(*unit), GFP_KERNEL);
	int ret;

	if (!unit)
		return -ENOMEM;
	ret = add_attr(dev, &unit->version, "migration_version", 0644, migration_version_show,
		       migration_version_store);
	if (ret)
		return ret;
	return add_attr(dev, &unit->serial, "serial", 0444, serial_show, NULL);
}

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "migration_version" at tests/discover/helper.c:52:8
	object struct unit.version: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/helper.c:52:8, body at tests/discover/helper.c:11:16
	store migration_version_store at tests/discover/helper.c:52:8, body at tests/discover/helper.c:16:16
	registered by device_create_file() at tests/discover/helper.c:42:9
attribute "serial" at tests/discover/helper.c:56:9
	object struct unit.serial: device, era device, node device
	mode 0444
	show serial_show at tests/discover/helper.c:56:9, body at tests/discover/helper.c:22:16
	store none
	registered by device_create_file() at tests/discover/helper.c:42:9
 * check-output-end
 */
