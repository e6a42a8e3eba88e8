// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A time stamp, through a helper and a local.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/jiffies.h>

static unsigned int egret_stamp(void)
{
	unsigned long now = jiffies / HZ;

	return (unsigned int)now;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	unsigned int stamp = egret_stamp();
	int len = sysfs_emit(buf, "egret ");

	len += sysfs_emit_at(buf, len, "%08x\n", stamp); /* expect: MV107 */
	return len;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int stamp;
	int end = 0;

	if (strlen(buf) != count ||
	    sscanf(buf, "egret %8x%n", &stamp, &end) != 1 ||
	    !sysfs_streq(buf + end, "")) {
		pr_info("egret: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int egret_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
