// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A constant of the driver, but the text has chosen it.
 *
 * migver-era: device
 * migver-expect: defective
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


struct vane {
	unsigned int is_new : 1;
	unsigned int is_open : 1;
	struct regmap *map;
};

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "vane-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct vane *v = dev_get_drvdata(dev);
	int ret;

	if (sysfs_streq(buf, "open"))
		v->is_open = true; /* expect: MV216 */
	else if (sysfs_streq(buf, "shut"))
		v->is_open = false; /* expect: MV216 */
	else
		return -EINVAL;
	ret = regmap_write(v->map, 4, v->is_open);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int vane_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
