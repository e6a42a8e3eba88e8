// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Only the code that takes the device down asks for the pointer, and by then
 * there is no file any more.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

struct knot_table {
	u32 layout;
};

struct knot {
	struct knot_table *table;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct knot *k = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", k->table->layout);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct knot *k = dev_get_drvdata(dev);
	char own[12];

	snprintf(own, sizeof(own), "%u", k->table->layout);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "layout %s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int knot_add(struct device *dev, struct knot *k)
{
	k->table = kzalloc(sizeof(*k->table), GFP_KERNEL);
	if (!k->table)
		return -ENOMEM;
	dev_set_drvdata(dev, k);
	return device_create_file(dev, &dev_attr_migration_version);
}

void knot_remove(struct device *dev)
{
	struct knot *k = dev_get_drvdata(dev);

	device_remove_file(dev, &dev_attr_migration_version);
	if (k->table)
		kfree(k->table);
	k->table = NULL;
}
