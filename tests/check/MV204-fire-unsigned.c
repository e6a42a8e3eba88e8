// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An unsigned number is always at least 0.
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

static ssize_t migration_version_store(struct kobject *kobj, /* expect: MV204 */
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int v;

	if (strlen(buf) != count || kstrtouint(buf, 10, &v)) {
		pr_info("unit: not a version\n");
		return -EINVAL;
	}
	if (v >= 0) {
		pr_info("unit: incompatible version\n");
		return -ERANGE;
	}
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
