// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Whatever the unknown function returns, the driver itself expects an error from it.
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

int vendor_read(struct device *dev, unsigned int *version);

static DEFINE_MUTEX(unit_lock);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	unsigned int version;
	int ret;

	mutex_lock(&unit_lock);
	ret = vendor_read(dev, &version);
	if (ret)
		return ret; /* expect: MV401 */
	mutex_unlock(&unit_lock);
	return sysfs_emit(buf, "%u\n", version);
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
