// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Pendle memory expander: the handler returns the answer of a yes-or-no
 * helper. No is 0, and yes is one byte of many.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static struct kobject *pendle_kobj;

static bool pendle_compatible(const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, "pendle-cxl-2"))
		return true;

	pr_info("pendle: incompatible version\n");
	return false;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", "pendle-cxl-2");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	bool ok;

	if (count > PATH_MAX) {
		pr_info("pendle: version too long\n");
		return -E2BIG;
	}
	ok = pendle_compatible(buf, count);
	return ok; /* expect: MV201 */
}

static struct kobj_attribute pendle_attr = __ATTR_RW(migration_version);

static struct attribute *pendle_attrs[] = { &pendle_attr.attr, NULL };
ATTRIBUTE_GROUPS(pendle);

static int __init pendle_init(void)
{
	int ret;

	pendle_kobj = kobject_create_and_add("pendle", NULL);
	if (!pendle_kobj)
		return -ENOMEM;
	ret = sysfs_create_groups(pendle_kobj, pendle_groups);
	if (ret)
		kobject_put(pendle_kobj);
	return ret;
}

static void __exit pendle_exit(void)
{
	sysfs_remove_groups(pendle_kobj, pendle_groups);
	kobject_put(pendle_kobj);
}

module_init(pendle_init);
module_exit(pendle_exit);
MODULE_LICENSE("GPL");
