// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The store of a limit is undone by half: one of two fields stays.
 *
 * migver-era: device
 * migver-expect: defective
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

	if (!u || kstrtouint(buf, 0, &version))
		return -EINVAL;
	old = u->version;
	u->version = version;
	u->busy = true; /* expect: MV216 */
	if (version < old || test_bit(0, &u->flags)) {
		u->version = old;
		return -EPERM;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
