// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Every round of the loop overwrites the error of the one before.
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

static int unit_lookup(unsigned int v)
{
	if (v > 8)
		return -ERANGE;
	if (v == 7)
		return -EIO;
	return v & 1 ? -ENOENT : 0;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "8\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int v;
	int ret;

	ret = strlen(buf) == count ? kstrtouint(buf, 10, &v) : -EINVAL;
	if (ret) {
		pr_info("unit: not a version\n");
		return ret;
	}
	for (size_t i = 0; i < 3; i++)
		ret = unit_lookup(v / (i + 1)); /* expect: MV213 */
	if (ret)
		pr_info("unit: refused\n");
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
