// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What was parsed is printed again and compared.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV207 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define UNIT_MAJOR 3

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-%u\n", UNIT_MAJOR);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char again[24];
	unsigned int major;

	if (strlen(buf) != count || sscanf(buf, "unit-%u", &major) != 1)
		goto refuse;
	snprintf(again, sizeof(again), "unit-%u", major);
	if (major == UNIT_MAJOR && sysfs_streq(buf, again))
		return count;
refuse:
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
