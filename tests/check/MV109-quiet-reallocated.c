// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Memory that grows keeps what it held; what is copied from user space is set.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/slab.h>

struct range {
	unsigned int start;
	unsigned int end;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct range *old = dev_get_drvdata(dev), *ranges;
	ssize_t ret;

	ranges = krealloc(old, 2 * sizeof(*ranges), GFP_KERNEL);
	if (!ranges)
		return -ENOMEM;
	dev_set_drvdata(dev, ranges);
	ret = sysfs_emit(buf, "unit-%u\n", ranges[0].end - ranges[0].start);
	return ret;
}
static DEVICE_ATTR_RO(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
