// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Morwenna display mux: the store was left as a stub that only says that
 * something arrived.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>

static struct kobject *morwenna_kobj;

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "morwenna-mux-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj, /* expect: MV203 */
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	pr_debug("morwenna: version of %zu bytes\n", count);

	return count;
}

static struct kobj_attribute morwenna_version = __ATTR_RW(migration_version);

static int __init morwenna_init(void)
{
	int ret;

	morwenna_kobj = kobject_create_and_add("morwenna", NULL);
	if (!morwenna_kobj)
		return -ENOMEM;

	ret = sysfs_create_file(morwenna_kobj, &morwenna_version.attr);
	if (ret)
		kobject_put(morwenna_kobj);
	return ret;
}

static void __exit morwenna_exit(void)
{
	sysfs_remove_file(morwenna_kobj, &morwenna_version.attr);
	kobject_put(morwenna_kobj);
}

module_init(morwenna_init);
module_exit(morwenna_exit);
MODULE_LICENSE("GPL");
