// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A count tells how often the mutex was taken, and the last one releases it.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/string.h>

struct ruff {
	struct mutex lock;
	int depth;
	u32 release;
};

static void ruff_lock(struct ruff *r)
{
	mutex_lock(&r->lock);
	r->depth++;
}

static void ruff_unlock(struct ruff *r)
{
	if (--r->depth == 0)
		mutex_unlock(&r->lock);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct ruff *r = dev_get_drvdata(dev);
	u32 release;

	ruff_lock(r);
	release = r->release;
	ruff_unlock(r);
	return sysfs_emit(buf, "ruff/%u\n", release);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct ruff *r = dev_get_drvdata(dev);
	char own[20];

	ruff_lock(r);
	snprintf(own, sizeof(own), "ruff/%u", r->release);
	ruff_unlock(r);
	if (strlen(buf) == count && sysfs_streq(buf, own))
		return count;
	dev_info(dev, "%s is needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int ruff_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
