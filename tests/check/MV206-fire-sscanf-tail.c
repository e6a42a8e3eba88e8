// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The probe behind the numbers takes the newline for junk.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define UNIT_MAJOR 3
#define UNIT_MINOR 1

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%u.%u\n", UNIT_MAJOR, UNIT_MINOR);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	unsigned int major, minor;
	char junk;

	if (strlen(buf) != count ||
	    sscanf(buf, "%u.%u%c", &major, &minor, &junk) != 2 ||
	    major != UNIT_MAJOR || minor != UNIT_MINOR) {
		pr_info("unit: incompatible version\n");
		return -EINVAL; /* expect: MV206 */
	}
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
