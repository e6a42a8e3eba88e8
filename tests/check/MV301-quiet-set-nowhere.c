// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The only code that sets a number is behind what this build leaves out: it
 * stays as it was.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>

struct redpoll {
	int speeds;
};

static int redpoll_count(struct device *dev)
{
#ifdef REDPOLL_HAS_TREE
	return redpoll_tree_count(dev);
#else
	return -ENOSYS;
#endif
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct redpoll *r = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d\n", r->speeds);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct redpoll *r = dev_get_drvdata(dev);
	char own[16];

	snprintf(own, sizeof(own), "%d", r->speeds);
	if (strlen(buf) == count && sysfs_streq(own, buf))
		return count;
	dev_info(dev, "%s speeds are needed\n", own);
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

int redpoll_add(struct device *dev, struct redpoll *r)
{
	int n = redpoll_count(dev);

	if (n > 1 && n < 9)
		r->speeds = n;
	return device_create_file(dev, &dev_attr_migration_version);
}
