// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Wrappers of the driver are followed: one path leaves without unit_unlock().
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(unit_guard);

static void unit_lock(void)
{
	spin_lock(&unit_guard);
}

static void unit_unlock(void)
{
	spin_unlock(&unit_guard);
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
	unit_lock();
	switch (strlen(buf) == count ? buf[0] : 0) {
	case 'u':
		if (sysfs_streq(buf, "unit-1"))
			break;
		unit_unlock();
		pr_info("unit: another version\n");
		return -ERANGE;
	default:
		pr_info("unit: no version\n");
		return -EINVAL; /* expect: MV401 */
	}
	unit_unlock();
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
