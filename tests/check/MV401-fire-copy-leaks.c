// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A copy of the written text is not freed where the text is refused.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	char *copy = kstrndup(buf, count, GFP_KERNEL), *text;

	if (!copy)
		return -ENOMEM;
	text = strim(copy);
	if (strlen(copy) > count || strcmp(text, "unit-1")) { /* expect: MV214 */
		pr_info("unit: incompatible version\n");
		return -EINVAL; /* expect: MV401 */
	}
	kfree(copy);
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
