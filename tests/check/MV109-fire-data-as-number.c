// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The match data is a number, one of which has no row.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/property.h>
#include <linux/string.h>
#include <linux/sysfs.h>

enum plover_chip { PLOVER_A = 1, PLOVER_B, PLOVER_C };

static const char *const plover_versions[] = {
	[PLOVER_A] = "plover-a",
	[PLOVER_B] = "plover-b",
};

static const char *plover_version(struct device *dev)
{
	enum plover_chip chip = (uintptr_t)device_get_match_data(dev);

	if (chip < PLOVER_A || chip > PLOVER_C)
		return "plover";
	return plover_versions[chip]; /* expect: MV109 MV205 */
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", plover_version(dev));
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, plover_version(dev))) {
		dev_dbg(dev, "not %s\n", plover_version(dev));
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *plover_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(plover);

static struct platform_driver plover_driver = {
	.driver = { .name = "plover", .dev_groups = plover_groups },
};
module_platform_driver(plover_driver);
MODULE_LICENSE("GPL");
