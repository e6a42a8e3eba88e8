// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * In the driver's private data: filled in by probe, registered elsewhere.
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

struct unit {
	int id;
	struct device_attribute version;
};

int unit_probe(struct device *dev)
{
	struct unit *unit = devm_kzalloc(dev, sizeof(*unit), GFP_KERNEL);

	if (!unit)
		return -ENOMEM;
	sysfs_attr_init(&unit->version.attr);
	unit->version.attr.name = "migration_version";
	unit->version.attr.mode = 0640;
	unit->version.show = migration_version_show;
	unit->version.store = migration_version_store;
	dev_set_drvdata(dev, unit);
	return 0;
}

int unit_enable(struct device *dev)
{
	struct unit *unit = dev_get_drvdata(dev);

	return device_create_file(dev, &unit->version);
}

/*
 * check-command: lint --dump discover $file
 * check-output-start
attribute "migration_version" at tests/discover/heap.c:34:2
	object struct unit.version: device, era device, node device
	mode 0640
	show migration_version_show at tests/discover/heap.c:36:2, body at tests/discover/heap.c:11:16
	store migration_version_store at tests/discover/heap.c:37:2, body at tests/discover/heap.c:16:16
	registered by device_create_file() at tests/discover/heap.c:46:9
 * check-output-end
 */
