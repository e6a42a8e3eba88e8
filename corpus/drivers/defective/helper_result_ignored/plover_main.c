// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Plover satellite receiver: the result of the second check is dropped, and
 * every level is accepted.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include "plover.h"

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s%s\n", PLOVER_PREFIX, PLOVER_LEVEL);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret;

	ret = plover_check_prefix(buf, count);
	if (ret)
		return ret;

	plover_check_level(buf + strlen(PLOVER_PREFIX)); /* expect: MV213 */

	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *plover_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(plover);

static int plover_probe(struct platform_device *pdev)
{
	dev_info(&pdev->dev, "receiver found\n");
	return 0;
}

static struct platform_driver plover_driver = {
	.driver = {
		.name = "plover",
		.dev_groups = plover_groups,
	},
	.probe = plover_probe,
};
module_platform_driver(plover_driver);

MODULE_LICENSE("GPL");
