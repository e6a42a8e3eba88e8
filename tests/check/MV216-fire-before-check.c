// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The value is stored first and looked at then.
 *
 * migver-era: device
 * migver-expect: defective
 * migver-options: --profile sysfs
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/kernel.h>

static int unit_level;

int unit_read_level(void);
int unit_read_level(void)
{
	return unit_level ? 1 : 0;
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
	int ret = kstrtoint(buf, 0, &unit_level); /* expect: MV216 */

	if (ret)
		return ret;
	if (unit_level < 0)
		return -ERANGE;
	return count;
}
static struct kobj_attribute unit_attr = __ATTR_RW(migration_version);

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
