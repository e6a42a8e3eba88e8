// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A loop over a global list ends, and nothing was found.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_type {
	unsigned int version;
	struct list_head node;
};

static LIST_HEAD(unit_types);

void unit_add_type(struct unit_type *type)
{
	list_add(&type->node, &unit_types);
}

static struct unit_type *unit_find(unsigned int least)
{
	struct unit_type *type;

	list_for_each_entry(type, &unit_types, node)
		if (type->version >= least)
			return type;
	return NULL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-%u\n", unit_find(2)->version); /* expect: MV109 */
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
