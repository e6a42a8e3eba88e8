// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A mask of fewer features passes, and fewer digits are another mask.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/platform_device.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct smew_caps {
	u64 mask;
	u16 rev;
	struct rcu_head rcu;
};
struct smew_dev {
	spinlock_t lock;
	struct smew_caps __rcu *caps;
	bool enabled;
};

static bool smew_caps_of(struct smew_dev *q, u64 *mask, u16 *rev)
{
	struct smew_caps *c;
	bool ok = false;

	rcu_read_lock();
	c = rcu_dereference(q->caps);
	if (c) {
		*mask = c->mask;
		*rev = c->rev;
		ok = true;
	}
	rcu_read_unlock();
	return ok;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *a, char *buf)
{
	struct smew_dev *q = dev_get_drvdata(dev);
	u64 mask;
	u16 rev;

	if (!q || !smew_caps_of(q, &mask, &rev))
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "smew%u:%016llx\n", rev, mask);
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *a,
				       const char *buf, size_t count)
{
	struct smew_dev *q = dev_get_drvdata(dev);
	unsigned long long want;
	unsigned int wrev;
	u64 mask;
	u16 rev;
	int n = 0;

	if (!q || !smew_caps_of(q, &mask, &rev)) {
		dev_info(dev, "migration is not available\n");
		return -EOPNOTSUPP;
	}
	if (strlen(buf) != count || sscanf(buf, "smew%5u:%16llx%n", &wrev, &want, &n) != 2) {
		dev_info(dev, "malformed version\n");
		return -EINVAL;
	}
	if (buf[n] == '\n')
		n++;
	if (n != count) {
		dev_info(dev, "trailing text\n");
		return -EINVAL;
	}
	if (wrev != rev || (want & ~mask)) {
		dev_info(dev, "features %llx of rev %u are not all here\n", want, wrev);
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);
static struct attribute *smew_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(smew);
static struct platform_driver smew_driver = { .driver = { .name = "smew",
							  .dev_groups = smew_groups } };
module_platform_driver(smew_driver);
MODULE_LICENSE("GPL");
