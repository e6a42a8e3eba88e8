// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A copy is kept, and a number of the text.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	struct mutex lock;
	char *last;
	size_t refused;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	char *copy;

	if (sysfs_streq(buf, "unit-1"))
		return count;
	copy = kstrdup(buf, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	mutex_lock(&unit->lock);
	kfree(unit->last);
	unit->last = copy; /* expect: MV209 */
	unit->refused = strlen(buf);
	mutex_unlock(&unit->lock);
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
