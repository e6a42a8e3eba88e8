// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The parent's lock is taken by one way and released by another: from the device
 * down to a range, and from the range up again.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>

struct unit;

struct range {
	unsigned int start;
	struct unit *unit;
};

struct unit {
	struct device *parent;
	struct range *ranges;
	int n;
};

static struct range *range_get(struct device *dev)
{
	struct unit *unit = dev_get_drvdata(dev);

	device_lock(dev->parent);
	if (unit->n < 1) {
		device_unlock(dev->parent);
		return NULL;
	}
	return unit->ranges;
}

static void range_put(struct range *range)
{
	struct unit *unit = range->unit;

	device_unlock(unit->parent);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct range *range = range_get(dev);
	ssize_t ret;

	if (!range)
		return -ENXIO;
	ret = sysfs_emit(buf, "unit-%u\n", range->start);
	range_put(range);
	return ret;
}
static DEVICE_ATTR_RO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
