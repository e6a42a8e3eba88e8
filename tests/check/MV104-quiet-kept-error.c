// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the driver keeps is an errno or 0: no device chose it, though a function returns it.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-verdict: MV104 unproved
 */
#include <linux/atomic.h>
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct scoter {
	atomic_t error;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct scoter *scoter = dev_get_drvdata(dev);
	int ret = atomic_read(&scoter->error);

	if (ret)
		return ret;
	return sysfs_emit(buf, "scoter-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct scoter *scoter = dev_get_drvdata(dev);

	if (atomic_read(&scoter->error)) {
		dev_info(dev, "the device has failed\n");
		return -EIO;
	}
	if (strlen(buf) == count && sysfs_streq(buf, "scoter-1"))
		return count;
	dev_info(dev, "version 1 is needed\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

void scoter_failed(struct scoter *scoter)
{
	atomic_set(&scoter->error, -EIO);
}

int scoter_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
