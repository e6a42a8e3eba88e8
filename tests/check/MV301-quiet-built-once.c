// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The text was made of the numbers when the device was found.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV301 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit {
	u16 device;
	u32 proto;
	bool can_migrate;
	char version[16];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	if (!unit)
		return -ENODEV;
	return sysfs_emit(buf, "%s\n", unit->version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	unsigned int device;

	if (!unit) {
		pr_info("unit: refused\n");
		return -ENODEV;
	}
	if (strlen(buf) == count && !kstrtouint(buf, 16, &device) &&
	    device == unit->device)
		return count;
	dev_info(dev, "incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
