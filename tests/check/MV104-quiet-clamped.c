// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A would-be length that is clamped before it is returned.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static char unit_tag[2 * PAGE_SIZE] = "unit-1";
module_param_string(tag, unit_tag, sizeof(unit_tag), 0444);

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	int len = snprintf(buf, PAGE_SIZE, "%s", unit_tag); /* expect: MV102 */

	if (len == 0)
		return -ENODATA;
	if (len >= PAGE_SIZE)
		len = PAGE_SIZE - 1;
	return len;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	if (!unit_tag[0] || strlen(buf) != count ||
	    !sysfs_streq(buf, unit_tag)) {
		pr_info("unit: other tag\n");
		return -EINVAL;
	}
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
