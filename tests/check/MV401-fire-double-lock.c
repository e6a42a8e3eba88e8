// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper takes the lock that its caller holds.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(unit_lock);
static char unit_version[16] = "unit-1";

static bool unit_matches(const char *buf)
{
	bool same;

	mutex_lock(&unit_lock); /* expect: MV401 */
	same = sysfs_streq(buf, "unit-1");
	mutex_unlock(&unit_lock);
	return same;
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
	int ret = count;

	mutex_lock(&unit_lock);
	if (strlen(buf) != count || !unit_matches(buf)) {
		pr_info("unit: incompatible version\n");
		ret = -EINVAL;
	}
	mutex_unlock(&unit_lock);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
