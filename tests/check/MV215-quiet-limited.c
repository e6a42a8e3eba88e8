// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A number of the driver's, which is never great, limits what is put into a byte.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV215 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit {
	u8 slots;
	u8 slot;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", unit->slot);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const struct unit *unit = dev_get_drvdata(dev);
	unsigned long v;
	u8 slot;

	if (strlen(buf) != count || kstrtoul(buf, 10, &v) || v >= 2 * unit->slots) {
		dev_info(dev, "no such slot\n");
		return -EINVAL;
	}
	slot = v;
	if (slot != unit->slot) {
		dev_info(dev, "not the version of a peer\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev, struct unit *unit, const u8 *config)
{
	unit->slots = config[0];
	unit->slot = config[1];
	dev_set_drvdata(dev, unit);
	return device_create_file(dev, &dev_attr_migration_version);
}
