// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Registered by the dev_groups of a driver structure.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/platform_device.h>

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
static DEVICE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(unit);

static int unit_probe(struct platform_device *pdev)
{
	return 0;
}

static struct platform_driver unit_driver = {
	.driver = { .name = "unit", .dev_groups = unit_groups },
	.probe = unit_probe,
};
module_platform_driver(unit_driver);
