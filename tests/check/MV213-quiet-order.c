// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper of a header answers -1, and a measurement may be below zero: neither is an error.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/ktime.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

struct unit {
	void __iomem *regs;
	ktime_t since, until;
};

static int unit_offset(struct unit *unit)
{
	u8 v = readb(unit->regs);

	return 10 * (v & 0x80 ? v - 256 : v);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	int order;

	if (!unit)
		return -ENODEV;
	order = ktime_compare(unit->since, unit->until);
	return sysfs_emit(buf, "%d,%d\n", unit_offset(unit), order < 0);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	int offset, order, at = 0;

	if (!unit || strlen(buf) != count ||
	    sscanf(buf, "%d,%d%n", &offset, &order, &at) != 2 || !sysfs_streq(buf + at, "")) {
		dev_info(dev, "not a version\n");
		return -EINVAL;
	}
	if (offset != unit_offset(unit) ||
	    order != (ktime_compare(unit->since, unit->until) < 0)) {
		dev_info(dev, "not the version of a peer\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
