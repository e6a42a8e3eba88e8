// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The next node is known before this one goes.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
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

static unsigned int unit_flush(struct list_head *notes)
{
	struct unit_note *note, *next;
	unsigned int version = 0;

	list_for_each_entry_safe(note, next, notes, node) {
		version = note->version;
		list_del(&note->node);
		kfree(note);
	}
	return version;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	struct unit_note *note = kzalloc(sizeof(*note), GFP_KERNEL);
	LIST_HEAD(notes);

	if (!note)
		return -ENOMEM;
	note->version = 1;
	list_add(&note->node, &notes);
	return sysfs_emit(buf, "unit-%u\n", unit_flush(&notes));
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
