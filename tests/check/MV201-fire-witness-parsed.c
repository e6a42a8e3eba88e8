// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What sscanf() counts is returned where all fits.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-witness: MV201 "unit 4.2": returns 2, not count
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit 4.2\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int a, b;
	int n = strlen(buf) == count ? sscanf(buf, "unit %u.%u", &a, &b) : 0;

	if (n != 2 || a != 4 || b != 2) {
		dev_info(dev, "4.2 is needed\n");
		return -EINVAL;
	}
	return n; /* expect: MV201 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
