// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A switch has no case for the kinds of devices that is_visible leaves without a file.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/delay.h>
#include <linux/io.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>


struct bell {
	int tone; /* 0: none */
	void __iomem *base;
};

static int bell_pitch(struct bell *b, u32 *pitch)
{
	switch (b->tone) {
	case 1:
		*pitch = readl(b->base);
		break;
	case 2:
		*pitch = readl(b->base + 4);
		break;
	}
	return 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	u32 pitch;
	int ret = bell_pitch(dev_get_drvdata(dev), &pitch);

	return ret ? ret : sysfs_emit(buf, "bell-%u\n", pitch);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return sysfs_streq(buf, "bell-1") ? count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

static umode_t bell_is_visible(struct kobject *kobj, struct attribute *a, int n)
{
	struct bell *b = dev_get_drvdata(kobj_to_dev(kobj));

	return b->tone ? a->mode : 0;
}

static struct attribute *bell_attrs[] = { &dev_attr_migration_version.attr, NULL };

static const struct attribute_group bell_group = {
	.attrs = bell_attrs,
	.is_visible = bell_is_visible,
};

int bell_add(struct device *dev)
{
	return device_add_group(dev, &bell_group);
}
