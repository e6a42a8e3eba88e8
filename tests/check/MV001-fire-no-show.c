// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A hand-written initialiser of mode 0644 lacks the show handler: every read
 * ends in -EIO.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static ssize_t migration_version_store(struct kobject *kobj,
				       struct kobj_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static struct kobj_attribute unit_attr = { /* expect: MV001 */
	.attr = { .name = "migration_version", .mode = 0644 },
	.store = migration_version_store,
};

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
