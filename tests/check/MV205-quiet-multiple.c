// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Four bytes at a time, of a number that is a multiple of four.
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
#include <linux/io.h>


struct loft {
	void __iomem *base;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "loft-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct loft *l = dev_get_drvdata(dev);
	size_t i;

	if (count % 4 || count > 64)
		return -EINVAL;
	for (i = 0; i < count; i += 4)
		writel(buf[i] | buf[i + 1] << 8 | buf[i + 2] << 16 | buf[i + 3] << 24,
		       l->base + i);
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int loft_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
