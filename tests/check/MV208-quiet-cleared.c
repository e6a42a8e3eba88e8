// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The pointer is there during the check only.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit {
	struct mutex lock;
	const char *text;
};

static bool unit_fits(const struct unit *unit)
{
	return sysfs_streq(unit->text, "unit-1");
}

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
	bool fits;

	mutex_lock(&unit->lock);
	unit->text = buf; /* expect: MV209 */
	fits = unit_fits(unit);
	unit->text = NULL;
	mutex_unlock(&unit->lock);
	if (!fits)
		pr_info("unit: incompatible version\n");
	return fits ? (ssize_t)count : -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
