// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper takes the first entry as it comes.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
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

static bool unit_fits(struct unit *unit, unsigned int version)
{
	struct unit_type *type = list_first_entry(&unit->types, struct unit_type, node);

	return type->version == version; /* expect: MV403 */
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	unsigned int version;

	if (kstrtouint(buf, 10, &version) || !unit_fits(unit, version)) {
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
