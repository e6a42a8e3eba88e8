// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A checksum of a parsed number, each round of which names the one before twice.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static u32 unit_scramble(u32 v)
{
	for (int i = 0; i < 40; i++)
		v = (v >> 3) ^ (v & 0x5a5a5a5a);
	return v;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "77\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	u32 v;

	if (strlen(buf) != count || kstrtou32(buf, 10, &v)) {
		dev_info(dev, "not a number\n");
		return -EINVAL;
	}
	if (unit_scramble(v) != unit_scramble(77)) {
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
