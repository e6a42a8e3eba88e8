// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * restart_syscall() after a failed trylock.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/mutex.h>
#include <linux/sched/signal.h>

static DEFINE_MUTEX(unit_lock);

static int unit_check(const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, "unit-1"))
		return 0;
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret;

	if (!mutex_trylock(&unit_lock))
		return restart_syscall();
	ret = unit_check(buf, count);
	mutex_unlock(&unit_lock);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
