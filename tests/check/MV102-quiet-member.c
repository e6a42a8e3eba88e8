// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The array that holds the name ends long before the page does.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

struct dunlin {
	int users;
	char name[64];
	int rev;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct dunlin *d = dev_get_drvdata(dev);

	return d ? sprintf(buf, "%s-%d\n", d->name, d->rev) : -ENODEV;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "dunlin-1")) {
		pr_info("dunlin: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int dunlin_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
