// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A row of a table of objects may be NULL, and a member of one absent; both are tested.
 *
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define VERSION "harrow-3.1"

struct harrow_ops {
	bool (*fits)(struct device *dev); /* optional */
};

static bool harrow_old(struct device *dev)
{
	return dev_name(dev)[0] != 'x';
}

static const struct harrow_ops harrow_a = { .fits = harrow_old }, harrow_b = { };
static const struct harrow_ops *const harrow_all[] = { &harrow_a, &harrow_b, NULL };

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", VERSION);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const struct harrow_ops *ops = harrow_all[dev->id % 3U];

	if (strlen(buf) != count) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	if (!ops) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	if (ops->fits && !ops->fits(dev)) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	if (!sysfs_streq(buf, VERSION)) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *harrow_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(harrow);

static struct platform_driver harrow_driver = {
	.driver = { .name = "harrow", .dev_groups = harrow_groups },
};
module_platform_driver(harrow_driver);
MODULE_LICENSE("GPL");
