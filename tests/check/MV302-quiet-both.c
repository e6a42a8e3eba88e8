// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Both ask.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV302 proved
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

	if (!unit || !unit->can_migrate)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "unit-%u\n", unit->proto);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char own[24];

	if (!unit || !unit->can_migrate) {
		pr_info("unit: refused\n");
		return -EOPNOTSUPP;
	}
	snprintf(own, sizeof(own), "unit-%u", unit->proto);
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
