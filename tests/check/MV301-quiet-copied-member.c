// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * show copies what only store looks at: a floor that is never above the top.
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

struct harrow_levels {
	unsigned int top, floor;
};

struct harrow {
	spinlock_t lock;
	struct harrow_levels now;
};

static const char *const harrow_names[] = { "dusk", "dawn", "noon" };

static void harrow_get(struct device *dev, struct harrow_levels *copy)
{
	struct harrow *h = dev_get_drvdata(dev);

	spin_lock(&h->lock);
	copy->top = h->now.top;
	copy->floor = h->now.floor;
	spin_unlock(&h->lock);
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct harrow_levels now;

	harrow_get(dev, &now);
	if (now.top >= ARRAY_SIZE(harrow_names))
		return -ERANGE;
	return sysfs_emit(buf, "%s\n", harrow_names[now.top]);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct harrow_levels now;
	int level;

	if (strlen(buf) != count) {
		dev_info(dev, "another version is wanted\n");
		return -EINVAL;
	}
	harrow_get(dev, &now);
	level = sysfs_match_string(harrow_names, buf);
	if (level < 0 || level < now.floor || level > now.top) {
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
