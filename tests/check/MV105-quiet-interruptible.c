// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * -ERESTARTSYS straight after an interruptible lock failed is the right
 * idiom.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(unit_lock);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	ssize_t len;

	if (mutex_lock_interruptible(&unit_lock))
		return -ERESTARTSYS;
	len = sysfs_emit(buf, "unit-1\n");
	mutex_unlock(&unit_lock);
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
