// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * References are put when all is said; one more was taken in between.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	char version[16];
};

static int unit_matches(struct device *dev, const void *data)
{
	return dev->parent == data;
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
	struct device *peer = bus_find_device(dev->bus, NULL, dev, unit_matches);
	struct unit *unit;
	bool fits;

	if (!peer)
		return -ENODEV;
	get_device(peer);
	unit = peer->platform_data;
	put_device(peer);
	fits = unit && sysfs_streq(buf, unit->version) && peer->parent == dev;
	put_device(peer);
	get_device(dev);
	put_device(dev);
	if (!fits)
		dev_info(dev, "incompatible version\n");
	return fits ? (ssize_t)count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
