// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An older build will do; zeroes in front of it are decimal ones.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>


struct unit {
	u16 abi;
	u16 build;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u;%0*u\n", unit->abi, 3, unit->build);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const struct unit *unit = dev_get_drvdata(dev);
	unsigned int abi;
	u16 build;
	int at = 0, ret = -EINVAL;

	if (strlen(buf) != count || sscanf(buf, "%u;%n", &abi, &at) != 1 || !at)
		goto out;
	ret = kstrtou16(buf + at, 10, &build);
	if (!ret && (abi != unit->abi || build > unit->build))
		ret = -ENODEV;
out:
	if (ret)
		dev_info(dev, "%s is not the peer of that\n", dev_name(dev));
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
