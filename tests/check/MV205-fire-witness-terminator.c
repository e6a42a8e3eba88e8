// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The copy has room for the bytes, not for the NUL behind them.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-witness: MV205 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-2\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char line[32];

	if (count > sizeof(line)) {
		dev_info(dev, "too long\n");
		return -E2BIG;
	}
	memcpy(line, buf, count);
	line[count] = '\0'; /* expect: MV205 */
	if (strlen(line) == count && sysfs_streq(line, "unit-2"))
		return count;
	dev_info(dev, "unit-2 is needed\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
