// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * How many layers there are is what others have set: no more than there is room for.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>


struct cake {
	unsigned int n; /* of layer[] */
	u8 layer[3];
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct cake *c = dev_get_drvdata(dev);
	unsigned int i;
	int len = 0;

	for (i = 0; i < c->n; i++)
		len += sysfs_emit_at(buf, len, "%u.", c->layer[i]);
	return len + sysfs_emit_at(buf, len, "\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return sysfs_streq(buf, "1.2.3.") ? count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int cake_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
