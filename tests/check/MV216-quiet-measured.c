// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What the device says is read into the object before the write is refused: no setting
 * of the driver has changed.
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
#include <linux/regmap.h>


struct lamp {
	struct regmap *map;
	unsigned int level; /* as it was last read */
	unsigned int gain;
};

static int lamp_measure(struct lamp *l)
{
	unsigned int v;
	int ret = regmap_read(l->map, 4, &v);

	if (ret)
		return ret;
	l->level = v;
	return v > 100 ? -ERANGE : 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "lamp-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct lamp *l = dev_get_drvdata(dev);
	unsigned int gain;
	int ret = kstrtouint(buf, 0, &gain);

	if (ret)
		return ret;
	ret = lamp_measure(l);
	if (ret)
		return ret;
	l->gain = gain;
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int lamp_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
