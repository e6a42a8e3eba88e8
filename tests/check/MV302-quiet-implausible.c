// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * show refuses to print a number that cannot be; whether it ever is, is not known.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/string.h>

struct fulmar {
	unsigned int schema;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct fulmar *f = dev_get_drvdata(dev);

	if (f->schema > 99)
		return -EINVAL;
	return sysfs_emit(buf, "schema%u\n", f->schema);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct fulmar *f = dev_get_drvdata(dev);
	char own[24];

	snprintf(own, sizeof(own), "schema%u", f->schema);
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "the source is not %s\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int fulmar_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
