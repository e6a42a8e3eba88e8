// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The object is in the driver's hands once it is linked there.
 *
 * migver-era: device
 * migver-expect: conforming
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/list.h>
#include <linux/mutex.h>

struct seen {
	struct list_head node;
	unsigned int length;
};

static LIST_HEAD(unit_seen);
static DEFINE_MUTEX(unit_lock);

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	struct seen *seen = kzalloc(sizeof(*seen), GFP_KERNEL);

	if (!seen)
		return -ENOMEM;
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		kfree(seen);
		return -EINVAL;
	}
	seen->length = count;
	mutex_lock(&unit_lock);
	list_add(&seen->node, &unit_seen);
	mutex_unlock(&unit_lock);
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
