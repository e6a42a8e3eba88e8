// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the field held is put back before the return.
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
	struct unit *u = dev_get_drvdata(dev);
	unsigned int old;
	int len;

	if (!u)
		return -ENODEV;
	old = u->version;
	u->version = 7;
	len = sysfs_emit(buf, "unit-%u\n", u->version);
	u->version = old;
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-7")) {
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
