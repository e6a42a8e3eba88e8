// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The refusing path frees what the common tail frees again.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
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
	char *copy = kstrndup(buf, count, GFP_KERNEL);
	ssize_t ret = count;

	if (!copy)
		return -ENOMEM;
	if (!sysfs_streq(copy, "unit-1")) {
		pr_info("unit: incompatible version\n");
		kfree(copy);
		ret = -EINVAL;
	}
	kfree(copy); /* expect: MV403 */
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
