// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A would-be length that is clamped to one byte too many; the tag is a parameter.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static char teal_tag[2 * PAGE_SIZE] = "teal-1";
module_param_string(tag, teal_tag, sizeof(teal_tag), 0444);

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	int len = snprintf(buf, PAGE_SIZE, "%s", teal_tag);

	if (len == 0)
		return -ENODATA;
	if (len >= PAGE_SIZE)
		len = PAGE_SIZE;
	return len; /* expect: MV104 */
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	if (!teal_tag[0] || strlen(buf) != count ||
	    !sysfs_streq(buf, teal_tag)) {
		pr_info("teal: other tag\n");
		return -EINVAL;
	}
	return count;
}
static struct kobj_attribute teal_attr = __ATTR_RW(migration_version);

int teal_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &teal_attr.attr);
}
