// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What a list does not hold is an error; the lock is given back on each way.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct ruff_type {
	struct list_head node;
	unsigned int id, proto;
};

static LIST_HEAD(ruff_types);
static DEFINE_MUTEX(ruff_lock);

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct ruff_type *t;

	mutex_lock(&ruff_lock);
	list_for_each_entry(t, &ruff_types, node)
		if (t->id == dev->id) {
			ssize_t len = sysfs_emit(buf, "ruff-%u\n", t->proto);

			mutex_unlock(&ruff_lock);
			return len;
		}
	mutex_unlock(&ruff_lock);
	return -ENOENT;
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct ruff_type *t;
	char own[24];

	mutex_lock(&ruff_lock);
	list_for_each_entry(t, &ruff_types, node) {
		if (t->id != dev->id)
			continue;
		snprintf(own, sizeof(own), "ruff-%u", t->proto);
		if (strlen(buf) == count && sysfs_streq(buf, own)) {
			mutex_unlock(&ruff_lock);
			return count;
		}
	}
	mutex_unlock(&ruff_lock);
	dev_dbg(dev, "none of its types\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *ruff_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(ruff);

static struct platform_driver ruff_driver = {
	.driver = { .name = "ruff", .dev_groups = ruff_groups },
};
module_platform_driver(ruff_driver);
MODULE_LICENSE("GPL");
