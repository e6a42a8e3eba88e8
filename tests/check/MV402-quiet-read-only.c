// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * There is no store; that of show is proved nevertheless.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-verdict: MV402 proved
 * migver-verdict: MV213 proved
 * migver-verdict: MV401 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/slab.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	char *text = kasprintf(GFP_KERNEL, "%s-1", "unit");
	ssize_t len;

	if (!text)
		return -ENOMEM;
	len = sysfs_emit(buf, "%s\n", text);
	kfree(text);
	return len;
}
static DEVICE_ATTR_RO(migration_version); /* expect: MV001 */

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
