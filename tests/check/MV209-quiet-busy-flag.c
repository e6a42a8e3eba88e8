// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A flag that says that a check runs is taken back.
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

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *u = dev_get_drvdata(dev);
	int ret;

	if (!u || u->busy) {
		dev_info(dev, "no unit, or it is busy\n");
		return -EBUSY;
	}
	u->busy = true;
	ret = strlen(buf) == count && sysfs_streq(buf, "unit-1") ? 0 : -EINVAL;
	u->busy = false;
	if (ret)
		dev_info(dev, "incompatible version\n");
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
