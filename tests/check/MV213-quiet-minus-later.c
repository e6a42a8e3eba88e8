// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A helper returns an errno without its minus, and its caller adds it.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define WRYNECK_LEVEL 7

static int wryneck_check(const char *buf, size_t count)
{
	unsigned int level;
	int ret;

	if (strlen(buf) != count)
		return EINVAL;
	ret = kstrtouint(buf, 10, &level);
	if (ret)
		return -ret;
	if (level != WRYNECK_LEVEL)
		return EOPNOTSUPP;
	return 0;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u\n", WRYNECK_LEVEL);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	int ret = wryneck_check(buf, count);

	if (ret) {
		dev_dbg(dev, "refused: %d\n", ret);
		return -ret;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *wryneck_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(wryneck);

static struct platform_driver wryneck_driver = {
	.driver = { .name = "wryneck", .dev_groups = wryneck_groups },
};
module_platform_driver(wryneck_driver);
MODULE_LICENSE("GPL");
