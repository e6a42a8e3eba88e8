// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The number that user space wrote selects an element; negative ones are forgotten.
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

static const char *const unit_versions[] = { "unit-1", "unit-2", "unit-3" };

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
	int index, err;

	err = kstrtoint(buf, 10, &index);
	if (err)
		return err;
	if (index >= (int)ARRAY_SIZE(unit_versions))
		return -ERANGE;
	pr_info("unit: asked for %s\n", unit_versions[index]); /* expect: MV205 */
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
