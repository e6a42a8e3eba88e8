// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A number that is the own one again when it is cut.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-witness: MV215 "259": accepted
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "3\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int n;
	u8 rev;
	int ret;

	if (strlen(buf) != count) {
		dev_info(dev, "a NUL\n");
		return -EINVAL;
	}
	ret = kstrtouint(buf, 10, &n);
	if (ret) {
		dev_info(dev, "no number\n");
		return ret;
	}
	rev = n; /* expect: MV215 */
	if (rev == 3)
		return count;
	dev_info(dev, "3 is needed\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
