// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Two allocations; what fails leaves through the common end.
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
	char *want = NULL, *text = kstrndup(buf, count, GFP_KERNEL);
	ssize_t ret = -ENOMEM;

	if (!text)
		goto out;
	want = kasprintf(GFP_KERNEL, "unit-%d", 1);
	if (!want)
		goto out;
	ret = count;
	if (strcmp(strim(text), want)) {
		pr_info("unit: incompatible version\n");
		ret = -EINVAL;
	}
out:
	kfree(want);
	kfree(text);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
