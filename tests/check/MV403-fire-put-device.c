// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The device that was found is asked after its reference is gone.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
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

	if (!peer)
		return -ENODEV;
	put_device(peer);
	unit = peer->platform_data; /* expect: MV403 */
	if (!unit || !sysfs_streq(buf, unit->version)) {
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
