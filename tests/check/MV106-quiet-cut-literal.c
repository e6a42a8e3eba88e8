// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The newline of the literal is left out of the copy.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static const char elm_text[] = "elm 1\n";

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	strscpy(buf, elm_text, sizeof(elm_text) - 1);
	return strlen(buf);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "elm 1")) {
		pr_info("elm: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int elm_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
