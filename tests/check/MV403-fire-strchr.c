// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The separator may be missing.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	const char *dash = strchr(buf, '-');
	unsigned int version;

	if (strncmp(buf, "unit", 4) || kstrtouint(dash + 1, 10, &version)) { /* expect: MV403 */
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return version == 1 ? (ssize_t)count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
