// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What failed holds nothing; kfree(NULL) is nothing.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>
#include <linux/err.h>

static char *unit_copy(const char *buf, size_t count)
{
	char *copy = kmemdup_nul(buf, count, GFP_KERNEL);

	if (!copy)
		return ERR_PTR(-ENOMEM);
	if (strlen(copy) != count) {
		kfree(copy);
		return ERR_PTR(-EINVAL);
	}
	return copy;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	char *copy = unit_copy(buf, count);
	bool fits;

	if (IS_ERR(copy)) {
		pr_info("unit: no version\n");
		return PTR_ERR(copy);
	}
	fits = !strcmp(strim(copy), "unit-1");
	kfree(copy);
	if (fits)
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
