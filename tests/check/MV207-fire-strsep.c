// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What follows the first line is thrown away (a warning).
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
	char *copy, *rest, *line;
	bool same;

	if (strlen(buf) != count) {
		pr_info("unit: refused\n");
		return -EINVAL;
	}
	copy = rest = kstrdup(buf, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	line = strsep(&rest, "\n");
	same = line && !strcmp(line, "unit-1"); /* expect: MV207 */
	kfree(copy);
	if (same)
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
