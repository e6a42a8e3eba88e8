// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One errno of the parser is refused; the others pass.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/err.h>
#include <linux/kernel.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "8\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int v = 0;
	int ret;

	ret = strlen(buf) == count ? kstrtouint(buf, 10, &v) : -ERANGE; /* expect: MV207 */
	if (ret == -ERANGE) {
		pr_info("unit: out of range\n");
		return ret;
	}
	if (v > 8) {
		pr_info("unit: newer than this\n");
		return -EINVAL;
	}
	return count; /* expect: MV213 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
