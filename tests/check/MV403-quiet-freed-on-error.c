// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One path frees early and returns; a pointer is set to NULL behind it.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
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
	char *copy = kstrndup(buf, count, GFP_KERNEL), *text;
	ssize_t ret = -EINVAL;

	if (!copy)
		return -ENOMEM;
	text = strim(copy);
	if (strlen(text) > 16) {
		kfree(copy);
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	if (!strcmp(text, "unit-1")) {
		kfree(copy);
		copy = NULL;
		ret = count;
	}
	if (copy)
		pr_info("unit: incompatible version %.16s\n", text);
	kfree(copy);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
