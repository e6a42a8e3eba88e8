// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What looks like an address is an identity of the hardware.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct bittern {
	u32 id;
	void *private;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct bittern *b = dev_get_drvdata(dev);

	return b ? sysfs_emit(buf, "bittern %#010x %d\n", b->id, !!b->private) : -ENODEV;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "bittern")) {
		pr_info("bittern: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int bittern_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
