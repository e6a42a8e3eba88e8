// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The first one or none; the next one, if it is not the head.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 * migver-verdict: MV109 proved
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_type {
	struct list_head node;
	unsigned int version;
};

struct unit {
	struct list_head types;
	struct mutex lock;
};

int unit_probe(struct device *dev, struct unit *unit)
{
	INIT_LIST_HEAD(&unit->types);
	mutex_init(&unit->lock);
	dev_set_drvdata(dev, unit);
	return 0;
}

void unit_add_type(struct unit *unit, struct unit_type *type)
{
	mutex_lock(&unit->lock);
	list_add_tail(&type->node, &unit->types);
	mutex_unlock(&unit->lock);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	struct unit_type *type, *next;
	unsigned int version = 0;

	mutex_lock(&unit->lock);
	type = list_first_entry_or_null(&unit->types, struct unit_type, node);
	if (type) {
		version = type->version;
		next = list_next_entry(type, node);
		if (!list_entry_is_head(next, &unit->types, node))
			version += next->version;
	}
	mutex_unlock(&unit->lock);
	return sysfs_emit(buf, "unit-%u\n", version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	if (!sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
