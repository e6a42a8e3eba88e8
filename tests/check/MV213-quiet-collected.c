// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The first error is kept and returned at the end.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static int unit_check(unsigned int v)
{
	return v & 1 ? -EINVAL : 0;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "8\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int v;
	int ret;

	ret = strlen(buf) == count ? kstrtouint(buf, 10, &v) : -EINVAL;
	if (ret) {
		pr_info("unit: not a version\n");
		return ret;
	}
	ret = unit_check(v);
	if (ret)
		goto refuse;
	if (v <= 8)
		goto out;
	ret = -ERANGE;
refuse:
	pr_info("unit: incompatible version\n");
out:
	return ret ? ret : count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
