// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Langstrand clock card: show and store share one literal, newline included.
 * Management software that writes the bare version is refused.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define LANG_VERSION	"langstrand-ptp-2\n"

static struct kobject *lang_kobj;

static ssize_t lang_show(struct kobject *kobj, struct kobj_attribute *attr,
			 char *buf)
{
	return sysfs_emit(buf, LANG_VERSION);
}

static ssize_t lang_store(struct kobject *kobj, struct kobj_attribute *attr,
			  const char *buf, size_t count)
{
	int same = strlen(buf) == count && strcmp(buf, LANG_VERSION) == 0; /* expect: MV206 */

	if (!same)
		pr_info("langstrand: another clock\n");
	return same ? count : -EINVAL;
}

static struct kobj_attribute lang_attr =
	__ATTR(migration_version, 0644, lang_show, lang_store);

static int __init lang_init(void)
{
	int ret;

	lang_kobj = kobject_create_and_add("langstrand", NULL);
	if (!lang_kobj)
		return -ENOMEM;
	ret = sysfs_create_file(lang_kobj, &lang_attr.attr);
	if (ret)
		kobject_put(lang_kobj);
	return ret;
}

static void __exit lang_exit(void)
{
	sysfs_remove_file(lang_kobj, &lang_attr.attr);
	kobject_put(lang_kobj);
}

module_init(lang_init);
module_exit(lang_exit);
MODULE_LICENSE("GPL");
