// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * GFP_ATOMIC does not sleep, nor does a plain print.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/spinlock.h>
#include <linux/slab.h>

static DEFINE_SPINLOCK(unit_guard);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	unsigned long flags;
	char *text;
	int ret = -ENOMEM;

	spin_lock_irqsave(&unit_guard, flags);
	text = kasprintf(GFP_ATOMIC, "unit-%d\n", 1);
	if (text)
		ret = sysfs_emit(buf, "%s", text);
	spin_unlock_irqrestore(&unit_guard, flags);
	kfree(text);
	return ret;
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
