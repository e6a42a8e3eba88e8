// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The copy has a byte for the terminator.
 *
 * migver-era: device
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
	char *text = kmalloc(count + 1, GFP_KERNEL);
	bool same;

	if (!text)
		return -ENOMEM;
	memcpy(text, buf, count);
	text[count] = '\0';
	same = strlen(text) == count && sysfs_streq(text, "unit-1");
	kfree(text);
	if (!same)
		pr_info("unit: incompatible version\n");
	return same ? (ssize_t)count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
