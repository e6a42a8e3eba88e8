// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The old value is put back where the new one does not do: in a slot that a number
 * chooses, with a lock released behind it.
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


struct rack {
	struct mutex lock;
	unsigned int slot[8];
	unsigned int n;
};

static int rack_check(struct rack *r)
{
	unsigned int i, sum = 0;

	for (i = 0; i < 8; i++)
		sum += r->slot[i];
	return sum > 100 ? -ERANGE : 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "rack-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct rack *r = dev_get_drvdata(dev);
	unsigned int v, old;
	int ret = kstrtouint(buf, 0, &v);

	if (ret)
		return ret;
	mutex_lock(&r->lock);
	old = r->slot[r->n & 7];
	r->slot[r->n & 7] = v & 0xff;
	ret = rack_check(r);
	if (ret)
		r->slot[r->n & 7] = old;
	mutex_unlock(&r->lock);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

int rack_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
