// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A local array may be changed, and a pointer that moves through buf changes nothing.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf,
				       size_t count)
{
	const char *p = skip_spaces(buf);
	char text[16];

	strscpy(text, p, sizeof(text));
	if (strcmp(strim(text), "unit-1")) {
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
