// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Nettle fibre adapter: ret starts as -EINVAL and the branch for a match
 * forgets to change it, so the version shown is refused too.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static DEFINE_MUTEX(nettle_lock);
static const char nettle_version[] = "nettle-fc-2";

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	ssize_t len;

	mutex_lock(&nettle_lock);
	len = sysfs_emit(buf, "%s\n", nettle_version);
	mutex_unlock(&nettle_lock);
	return len;
}

static ssize_t migration_version_store(struct device *dev, /* expect: MV204 */
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	ssize_t ret = -EINVAL;

	mutex_lock(&nettle_lock);
	if (strlen(buf) != count) {
		dev_info(dev, "version with a NUL refused\n");
		goto unlock;
	}
	if (!sysfs_streq(buf, nettle_version)) {
		dev_info(dev, "version is not %s\n", nettle_version);
		ret = -EREMCHG;
		goto unlock;
	}
	dev_info(dev, "version matched\n");

unlock:
	mutex_unlock(&nettle_lock);
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *nettle_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(nettle);

static int nettle_probe(struct platform_device *pdev)
{
	return 0;
}

static struct platform_driver nettle_driver = {
	.driver = {
		.name = "nettle",
		.dev_groups = nettle_groups,
	},
	.probe = nettle_probe,
};
module_platform_driver(nettle_driver);

MODULE_LICENSE("GPL");
