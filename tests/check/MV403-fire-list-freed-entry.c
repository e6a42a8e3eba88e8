/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * migver-era: device
 * migver-expect: defective
 * migver-options: --profile sysfs
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/sysfs.h>

/* Entries are freed without leaving the list: who walks it again meets them. */

struct event {
	int type;
	void *object;
	struct list_head node;
};
static DEFINE_SPINLOCK(lock);
static LIST_HEAD(events);

static void drop_events(void *object)
{
	struct event *e, *next;
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	list_for_each_entry_safe(e, next, &events, node) {
		if (object == e->object) {
			kfree(e);
		}
	}
	spin_unlock_irqrestore(&lock, flags);
}

static int pending(void)
{
	struct event *e;
	int n = 0;
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	list_for_each_entry(e, &events, node)
		n += e->type == 1; /* expect: MV403 */
	spin_unlock_irqrestore(&lock, flags);
	return n;
}

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "latch-4\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	drop_events(dev);
	if (pending()) {
		dev_err(dev, "busy\n");
		return -EBUSY;
	}
	drop_events(dev);
	if (!sysfs_streq(buf, "latch-4")) {
		dev_err(dev, "not latch-4\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static int latch_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
