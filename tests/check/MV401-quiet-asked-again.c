// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The bus is looked for before it is locked and again to unlock it; a limit
 * that is set at boot is compared with twice. What was found once is found
 * again, though somebody else could change it in between.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/mutex.h>
#include <linux/kernel.h>

struct bus {
	struct mutex lock;
	unsigned int speed;
	struct device *first;
};

static unsigned int unit_limit;

int unit_query(unsigned int index, unsigned int *handle);
int unit_set(unsigned int index, unsigned int handle);

static bool is_bus(struct device *dev)
{
	return dev->parent && !dev->driver;
}

static struct bus *find_bus(struct device *dev)
{
	for (; dev; dev = dev->parent)
		if (is_bus(dev))
			break;
	return dev ? dev_get_drvdata(dev) : NULL;
}

static void lock_bus(struct device *dev)
{
	struct bus *bus = find_bus(dev);

	if (bus)
		mutex_lock(&bus->lock);
}

static void unlock_bus(struct device *dev)
{
	struct bus *bus = find_bus(dev);

	if (bus)
		mutex_unlock(&bus->lock);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	ssize_t ret;

	lock_bus(dev);
	ret = sysfs_emit(buf, "unit-1\n");
	unlock_bus(dev);
	return ret;
}

static int unit_get(unsigned int index, unsigned int *handle)
{
	if (index >= 2 * unit_limit)
		return -EINVAL;
	return index < unit_limit ? unit_query(index, handle) : 0;
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int index, handle;
	int ret = kstrtouint(buf, 0, &index);

	if (!ret)
		ret = unit_get(index, &handle);
	if (ret)
		return ret;
	if (index < unit_limit)
		ret = unit_set(index, handle);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

void unit_init(unsigned int limit)
{
	unit_limit = limit;
}

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
