// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The wrong pointer is tested.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/err.h>
#include <linux/kernel.h>

struct unit {
	u32 proto;
};

static struct unit *unit_get(const char *name)
{
	struct unit *unit;

	if (name[0] == 'x')
		return ERR_PTR(-ENOENT);
	unit = kzalloc(sizeof(*unit), GFP_KERNEL);
	return unit ? unit : ERR_PTR(-ENOMEM);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "8\n");
}

static ssize_t migration_version_store(struct device *dev, /* expect: MV203 */
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit *unit = unit_get(buf), *own = dev_get_drvdata(dev);

	if (IS_ERR(own)) {
		pr_info("unit: refused\n");
		return PTR_ERR(own);
	}
	kfree(IS_ERR_OR_NULL(unit) ? NULL : unit);
	return count; /* expect: MV213 */
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
