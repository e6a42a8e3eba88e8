// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * There is no link for some devices, and no file for those either: is_visible looks for it.
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


struct rope {
	struct rope *up;
	bool is_end;
	unsigned int length;
};

static struct rope *rope_of(struct device *dev)
{
	struct rope *r = dev_get_drvdata(dev);

	return r->is_end ? NULL : r->up;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "rope-%u\n", rope_of(dev)->length);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char own[24];

	snprintf(own, sizeof(own), "rope-%u", rope_of(dev)->length);
	return sysfs_streq(buf, own) ? count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

static umode_t rope_is_visible(struct kobject *kobj, struct attribute *a, int n)
{
	return rope_of(kobj_to_dev(kobj)) ? a->mode : 0;
}

static struct attribute *rope_attrs[] = { &dev_attr_migration_version.attr, NULL };

static const struct attribute_group rope_group = {
	.attrs = rope_attrs,
	.is_visible = rope_is_visible,
};

int rope_add(struct device *dev)
{
	return device_add_group(dev, &rope_group);
}
