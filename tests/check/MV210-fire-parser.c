// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The failure of kstrtouint() is passed on without a word.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "3\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int v;
	int ret = strlen(buf) == count ? kstrtouint(buf, 10, &v) : -EINVAL;

	if (ret)
		return ret; /* expect: MV210 */
	if (v != 3) {
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
