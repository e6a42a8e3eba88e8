// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The name is assigned, wrongly, at run time.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static struct device_attribute unit_attr = {
	.show = migration_version_show,
	.store = migration_version_store,
};

int unit_add(struct device *dev)
{
	sysfs_attr_init(&unit_attr.attr);
	unit_attr.attr.mode = 0644;
	unit_attr.attr.name = "migraton_version"; /* expect: MV006 */
	return device_create_file(dev, &unit_attr);
}
