// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What is freed is replaced at once, under whatever name.
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
	char *version;
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
	char *copy = kstrndup(buf, count, GFP_KERNEL);
	char *longer;
	ssize_t ret = count;

	if (!copy)
		return -ENOMEM;
	longer = krealloc(copy, 64, GFP_KERNEL);
	if (!longer) {
		kfree(copy);
		return -ENOMEM;
	}
	copy = longer;
	mutex_lock(&unit->lock);
	kfree(unit->version);
	unit->version = kstrdup("unit-1", GFP_KERNEL); /* expect: MV209 */
	if (!unit->version || !sysfs_streq(copy, unit->version))
		ret = -EINVAL;
	mutex_unlock(&unit->lock);
	if (ret < 0)
		pr_info("unit: incompatible version %.16s\n", copy);
	kfree(copy);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
