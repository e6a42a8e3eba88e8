// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The object goes with the reference that show drops.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/refcount.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct unit_type {
	refcount_t users;
	unsigned int version;
};

struct unit {
	struct unit_type *type;
};

static void unit_type_put(struct unit_type *type)
{
	if (refcount_dec_and_test(&type->users)) /* expect: MV108 */
		kfree(type);
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);
	struct unit_type *type = unit->type;

	unit_type_put(type);
	return sysfs_emit(buf, "unit-%u\n", type->version); /* expect: MV109 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	if (!sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
