// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The old value comes back where the new one does not work.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/mutex.h>
#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/kernel.h>

struct unit {
	struct mutex lock;
	unsigned int version;
	unsigned int reads;
	bool busy;
	char last[32];
	unsigned long flags;
	atomic_t asked;
};

static int unit_apply(const struct unit *u)
{
	return u->version > 8 ? -EIO : 0;
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
	struct unit *u = dev_get_drvdata(dev);
	unsigned int old, version;
	int ret;

	if (!u)
		return -ENODEV;
	ret = kstrtouint(buf, 0, &version);
	if (ret)
		return ret;
	old = u->version;
	u->version = version;
	ret = unit_apply(u);
	if (ret) {
		u->version = old;
		return ret;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
