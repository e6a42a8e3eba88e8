// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A label may be any text: what is kept of it is no comparison that was forgotten.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static char teal_label[32] = "teal";

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "teal\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (count >= sizeof(teal_label) || buf[0] == '\n') {
		dev_dbg(dev, "no label\n");
		return -EINVAL;
	}
	memcpy(teal_label, buf, count); /* expect: MV209 */
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *teal_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(teal);

static struct platform_driver teal_driver = {
	.driver = { .name = "teal", .dev_groups = teal_groups },
};
module_platform_driver(teal_driver);
MODULE_LICENSE("GPL");
