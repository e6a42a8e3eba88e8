// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The helper whose result is dropped has no failing path.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static int unit_note(unsigned int v)
{
	pr_debug("unit: asked about %u\n", v);
	return 0;
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
	unit_note(v);
	if (v != 8) {
		pr_info("unit: incompatible version\n");
		return -ERANGE;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
