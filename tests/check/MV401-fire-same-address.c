// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Which of the driver's variables a pointer leads to is asked by comparing
 * addresses; what was handed to the handler may be any of them.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/kernel.h>
#include <linux/mutex.h>

struct engine {
	struct mutex lock;
	unsigned int speed;
};

static struct engine unit_spare;

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct engine *engine = dev_get_drvdata(dev);
	unsigned int speed;
	int ret = kstrtouint(buf, 0, &speed);

	if (ret)
		return ret;
	mutex_lock(&engine->lock);
	engine->speed = speed;
	if (engine == &unit_spare)
		return count; /* expect: MV401 */
	mutex_unlock(&engine->lock);
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
