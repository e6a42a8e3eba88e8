// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper returns an errno without its minus, which a test for less than 0 lets pass.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define DUNNOCK_LEVEL 7

static int dunnock_check(const char *buf, size_t count)
{
	unsigned int level;
	int ret;

	if (strlen(buf) != count)
		return -EINVAL;
	ret = kstrtouint(buf, 10, &level);
	if (ret)
		return ret;
	if (level != DUNNOCK_LEVEL)
		return EOPNOTSUPP;
	return 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u\n", DUNNOCK_LEVEL);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = dunnock_check(buf, count);

	if (ret) {
		dev_dbg(dev, "refused: %d\n", ret);
		return ret < 0 ? ret : count; /* expect: MV213 */
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *dunnock_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(dunnock);

static struct platform_driver dunnock_driver = {
	.driver = { .name = "dunnock", .dev_groups = dunnock_groups },
};
module_platform_driver(dunnock_driver);
MODULE_LICENSE("GPL");
