// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The window is locked for far registers only, and what locks it are near ones.
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


struct dial {
	struct mutex window;
	void __iomem *base;
};

static bool is_far(struct dial *d, unsigned int off);

static u32 dial_read(struct dial *d, unsigned int off)
{
	bool far = is_far(d, off);
	u32 v;

	if (far) {
		mutex_lock(&d->window);
		dial_read(d, 4);
	}
	v = readl(d->base + off);
	if (far)
		mutex_unlock(&d->window);
	return v;
}

static bool is_far(struct dial *d, unsigned int off)
{
	return readl(d->base) < off;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "dial-%u\n", dial_read(dev_get_drvdata(dev), 64));
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return sysfs_streq(buf, "dial") ? count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int dial_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
