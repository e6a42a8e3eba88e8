// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * As many bytes are compared as digits were written.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>


#define UNIT_SUMS 4

struct unit {
	u8 sums[UNIT_SUMS];
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const struct unit *unit = dev_get_drvdata(dev);

	return sysfs_emit(buf, "sum:%*phN\n", UNIT_SUMS, unit->sums);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const struct unit *unit = dev_get_drvdata(dev);
	size_t digits = count;
	u8 sums[UNIT_SUMS];

	if (buf[digits - 1] == '\n')
		digits--;
	if (digits < 4 || memcmp(buf, "sum:", 4)) {
		dev_info(dev, "not a sum\n");
		return -EINVAL;
	}
	digits -= 4;
	if (!digits || digits % 2 || digits > 2 * UNIT_SUMS ||
	    hex2bin(sums, buf + 4, digits / 2)) { /* expect: MV207 */
		dev_info(dev, "not a whole sum\n");
		return -EINVAL;
	}
	if (memcmp(sums, unit->sums, digits / 2)) {
		dev_info(dev, "the sum of another\n");
		return -ENODEV;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
