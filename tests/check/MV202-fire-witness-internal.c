// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An error code of the kernel's own for what has no number.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-witness: MV202 "\n": refused with -524
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>


static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "7\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int n;

	if (strlen(buf) != count || kstrtouint(buf, 0, &n)) {
		dev_info(dev, "no number\n");
		return -524; /* expect: MV202 */
	}
	if (n == 7)
		return count;
	dev_info(dev, "7 is needed\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
