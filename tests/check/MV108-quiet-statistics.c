// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Counters that only another file prints are no state.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/mutex.h>
#include <linux/atomic.h>
#include <linux/bitops.h>

struct unit {
	struct mutex lock;
	unsigned int version;
	unsigned int reads;
	bool busy;
	char last[32];
	unsigned long flags;
	atomic_t asked;
};

static ssize_t reads_show(struct device *dev, struct device_attribute *attr,
			  char *buf)
{
	struct unit *u = dev_get_drvdata(dev);

	if (!u)
		return -ENODEV;
	return sysfs_emit(buf, "%u %d\n", u->reads, atomic_read(&u->asked));
}
static DEVICE_ATTR_RO(reads);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct unit *u = dev_get_drvdata(dev);

	if (!u)
		return -ENODEV;
	u->reads++;
	atomic_inc(&u->asked);
	return sysfs_emit(buf, "unit-1\n");
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
