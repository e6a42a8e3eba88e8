// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The lock is released, but interrupts stay off on one path.
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

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	spin_lock_irq(&unit_guard);
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		spin_unlock(&unit_guard);
		pr_info("unit: incompatible version\n");
		return -EINVAL; /* expect: MV401 */
	}
	spin_unlock_irq(&unit_guard);
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
