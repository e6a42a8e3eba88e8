// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Quartz FPGA manager without a device of its own: a plain kobject below
 * /sys/kernel and a kobj_attribute. What is compared is a list of two fixed
 * strings, the current and the previous version.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/printk.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define QUARTZ_CURRENT	"quartz_ff42"
#define QUARTZ_PREVIOUS	"quartz_ff41"

static struct kobject *quartz_kobj;

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sprintf(buf, "%s\n", QUARTZ_CURRENT);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	const bool whole = strlen(buf) == count;

	if (whole && (sysfs_streq(buf, QUARTZ_CURRENT) ||
		      sysfs_streq(buf, QUARTZ_PREVIOUS)))
		return count;

	pr_info_ratelimited("quartz: cannot load %*pE\n",
			    (int)min_t(size_t, count, 16), buf);
	return -EINVAL;
}

static struct kobj_attribute quartz_migration =
	__ATTR(migration_version, 0644, migration_version_show,
	       migration_version_store);

static int __init quartz_init(void)
{
	int ret;

	quartz_kobj = kobject_create_and_add("quartz", kernel_kobj);
	if (!quartz_kobj)
		return -ENOMEM;

	ret = sysfs_create_file(quartz_kobj, &quartz_migration.attr);
	if (ret)
		kobject_put(quartz_kobj);
	return ret;
}

static void __exit quartz_exit(void)
{
	sysfs_remove_file(quartz_kobj, &quartz_migration.attr);
	kobject_put(quartz_kobj);
}

module_init(quartz_init);
module_exit(quartz_exit);

MODULE_DESCRIPTION("Quartz FPGA manager");
MODULE_LICENSE("Dual MIT/GPL");
