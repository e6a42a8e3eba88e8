// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Both in hexadecimal.
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
	return sysfs_emit(buf, "%04x-%u\n", unit->device, unit->proto);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	unsigned int device, proto;
	int end = 0;

	if (!unit) {
		pr_info("unit: refused\n");
		return -ENODEV;
	}
	if (sscanf(buf, "%x-%u%n", &device, &proto, &end) == 2 &&
	    device == unit->device && proto == unit->proto &&
	    sysfs_streq(buf + end, "") && strlen(buf) == count)
		return count;
	dev_info(dev, "incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
