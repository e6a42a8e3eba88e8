// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What a list does not hold is shown as an empty text; store forgets its lock there.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct dunlin_type {
	struct list_head node;
	unsigned int id, proto;
};

static LIST_HEAD(dunlin_types);
static DEFINE_MUTEX(dunlin_lock);

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct dunlin_type *t;

	mutex_lock(&dunlin_lock);
	list_for_each_entry(t, &dunlin_types, node)
		if (t->id == dev->id) {
			ssize_t len = sysfs_emit(buf, "dunlin-%u\n", t->proto);

			mutex_unlock(&dunlin_lock);
			return len;
		}
	mutex_unlock(&dunlin_lock);
	return 0; /* expect: MV104 */
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct dunlin_type *t;
	char own[24];

	mutex_lock(&dunlin_lock);
	list_for_each_entry(t, &dunlin_types, node) {
		if (t->id != dev->id)
			continue;
		snprintf(own, sizeof(own), "dunlin-%u", t->proto);
		if (strlen(buf) == count && sysfs_streq(buf, own)) {
			mutex_unlock(&dunlin_lock);
			return count;
		}
	}
	dev_dbg(dev, "none of its types\n");
	return -EINVAL; /* expect: MV401 */
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *dunlin_attrs[] = { &dev_attr_migration_version.attr, NULL };
ATTRIBUTE_GROUPS(dunlin);

static struct platform_driver dunlin_driver = {
	.driver = { .name = "dunlin", .dev_groups = dunlin_groups },
};
module_platform_driver(dunlin_driver);
MODULE_LICENSE("GPL");
