// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Pellworm storage bridge with a kobject of its own. The init function creates
 * one file and forgets the other.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static struct kobject *pell_kobj;

static ssize_t ports_show(struct kobject *kobj, struct kobj_attribute *attr,
			  char *buf)
{
	return sysfs_emit(buf, "2\n");
}

static ssize_t pell_show(struct kobject *kobj, struct kobj_attribute *attr,
			 char *buf)
{
	return sysfs_emit(buf, "pellworm/1\n");
}

static ssize_t pell_store(struct kobject *kobj, struct kobj_attribute *attr,
			  const char *buf, size_t count)
{
	static const char * const ok[] = { "pellworm/0", "pellworm/1" };
	int i = strlen(buf) == count ? sysfs_match_string(ok, buf) : -EINVAL;

	if (i < 0) {
		pr_info("pellworm: cannot take over from this version\n");
		return i;
	}
	return count;
}

static struct kobj_attribute pell_ports = __ATTR_RO(ports);
static struct kobj_attribute pell_version = /* expect: MV002 */
	__ATTR(migration_version, 0644, pell_show, pell_store);

static int __init pell_init(void)
{
	int ret;

	pell_kobj = kobject_create_and_add("pellworm", kernel_kobj);
	if (!pell_kobj)
		return -ENOMEM;

	ret = sysfs_create_file(pell_kobj, &pell_ports.attr);
	if (ret)
		kobject_put(pell_kobj);
	return ret;
}

static void __exit pell_exit(void)
{
	sysfs_remove_file(pell_kobj, &pell_version.attr);
	sysfs_remove_file(pell_kobj, &pell_ports.attr);
	kobject_put(pell_kobj);
}

module_init(pell_init);
module_exit(pell_exit);
MODULE_LICENSE("GPL");
