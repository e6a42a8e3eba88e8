// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The parser stores into the driver before anything is compared.
 *
 * migver-era: device
 * migver-expect: defective
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
	struct unit *u = dev_get_drvdata(dev);

	if (!u || u->version > 3)
		return -ENODEV;
	return sysfs_emit(buf, "%u\n", u->version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *u = dev_get_drvdata(dev);

	if (!u) {
		dev_info(dev, "no unit\n");
		return -ENODEV;
	}
	if (strlen(buf) != count || kstrtouint(buf, 10, &u->version) || /* expect: MV209 */
	    u->version > 3) {
		dev_info(dev, "incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
