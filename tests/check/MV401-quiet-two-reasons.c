// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * No lock is taken where there is no parent, or where the bus needs none: the same goes
 * for its release, although the path does not know which of the two it was.
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


struct loom {
	struct mutex lock;
	struct loom *parent;
	bool needs_parent;
	unsigned int threads;
};

static void take(struct loom *l, struct loom *parent)
{
	if (parent && l->needs_parent)
		mutex_lock(&parent->lock);
	mutex_lock(&l->lock);
}

static void drop(struct loom *l, struct loom *parent)
{
	mutex_unlock(&l->lock);
	if (parent && l->needs_parent)
		mutex_unlock(&parent->lock);
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "loom-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct loom *l = dev_get_drvdata(dev);
	unsigned int threads;
	int ret = kstrtouint(buf, 0, &threads);

	if (ret)
		return ret;
	take(l, l->parent);
	l->threads = threads;
	drop(l, l->parent);
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int loom_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
