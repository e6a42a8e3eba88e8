// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A mutex is taken in an RCU read-side section.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

static DEFINE_MUTEX(unit_lock);
static char unit_version[16] = "unit-1";

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	int len;

	rcu_read_lock();
	mutex_lock(&unit_lock); /* expect: MV401 */
	len = sysfs_emit(buf, "unit-1\n");
	mutex_unlock(&unit_lock);
	rcu_read_unlock();
	return len;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
