// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The lock is a shared one that a pointer leads to.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>

struct knot_port {
	spinlock_t *lock;
	unsigned int flags;
	u32 version;
};

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct knot_port *k = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", k->version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct knot_port *k = dev_get_drvdata(dev);
	unsigned long irqs;
	ssize_t ret = count;
	char own[12];

	spin_lock_irqsave(k->lock, irqs);
	if (k->flags & 4) {
		ret = -EOPNOTSUPP;
		goto unlock;
	}
	snprintf(own, sizeof(own), "%u", k->version);
	if (strlen(buf) != count || !sysfs_streq(own, buf))
		ret = -EINVAL;
unlock:
	spin_unlock_irqrestore(k->lock, irqs);
	if (ret < 0)
		dev_info(dev, "another version is needed, or none fits\n");
	return ret;
}
static DEVICE_ATTR_RW(migration_version);

int knot_add(struct device *dev, struct knot_port *k)
{
	k->version &= 0xff;
	dev_set_drvdata(dev, k);
	return device_create_file(dev, &dev_attr_migration_version);
}
