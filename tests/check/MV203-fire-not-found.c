// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What is not found has the number of rows for its number, which is not above it.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define UNIT_TEXT 6

static const char *const unit_names[] = { "unit-1", "unit-2", "unit-3" };

static size_t unit_lookup(const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(unit_names); i++)
		if (len == UNIT_TEXT && !memcmp(unit_names[i], text, UNIT_TEXT))
			break;
	return i;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", unit_names[2]);
}

static ssize_t migration_version_store(struct device *dev, /* expect: MV203 */
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t len = count;

	if (buf[len - 1] == '\n')
		len--;
	if (unit_lookup(buf, len) > ARRAY_SIZE(unit_names)) {
		dev_info(dev, "not the version of a unit\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
