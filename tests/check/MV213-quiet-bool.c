// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * As a truth value an error is true, too.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV213 proved
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
	bool refused = unit_lookup(v);

	if (refused)
		pr_info("unit: refused\n");
	return refused ? -EINVAL : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
