// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Who interrupts a write knows why it failed.
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
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = 0;

	if (mutex_lock_interruptible(&unit_lock))
		return -ERESTARTSYS;
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1"))
		ret = -EINVAL;
	mutex_unlock(&unit_lock);
	if (ret)
		dev_info(dev, "incompatible version\n");
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
