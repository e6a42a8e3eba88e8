// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Compared by hand; a newline counts as the end.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static const char unit_version[] = "unit-1";

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%s\n", unit_version);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	const char *own = unit_version;
	size_t i = 0;

	while (i < count && *own && buf[i] == *own) {
		i++;
		own++;
	}
	if (i < count && buf[i] == '\n')
		i++;
	if (*own == '\0' && i == count)
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
