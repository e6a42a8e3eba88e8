// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Each round takes and releases; the copy is made and freed with it.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(unit_lock);
static char unit_version[16] = "unit-1";

static const char * const unit_known[] = { "unit-1", "unit-0", "unit-beta" };

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	size_t i;

	if (strlen(buf) != count) {
		pr_info("unit: no version\n");
		return -EINVAL;
	}
	for (i = 0; i < ARRAY_SIZE(unit_known); i++) {
		char *want = kstrdup(unit_known[i], GFP_KERNEL);
		bool same;

		if (!want)
			return -ENOMEM;
		mutex_lock(&unit_lock);
		same = sysfs_streq(buf, want);
		mutex_unlock(&unit_lock);
		kfree(want);
		if (same)
			return count;
	}
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
