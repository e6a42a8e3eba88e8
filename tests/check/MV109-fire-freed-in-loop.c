// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The loop steps on from the node that it has just freed.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_note {
	struct list_head node;
	unsigned int version;
};

struct unit {
	struct list_head notes;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	struct unit_note *note;
	unsigned int version = 0;

	list_for_each_entry(note, &unit->notes, node) { /* expect: MV109 */
		version = note->version;
		list_del(&note->node); /* expect: MV108 */
		kfree(note);
	}
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
