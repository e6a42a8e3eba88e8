// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A new object is no state yet, nor is a local struct.
 *
 * migver-era: device
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>

struct version {
	int major, minor;
};

static ssize_t migration_version_show(struct kobject *kobj,
				      struct kobj_attribute *attr, char *buf)
{
	struct version here = { .major = 1 }, *copy;
	int len;

	copy = kmalloc(sizeof(*copy), GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	here.minor = 2;
	*copy = here;
	copy->major++;
	len = sysfs_emit(buf, "unit-%d.%d\n", copy->major - 1, copy->minor);
	kfree(copy);
	return len;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1.2")) {
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
