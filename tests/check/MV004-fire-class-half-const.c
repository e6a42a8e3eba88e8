// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * One of the two handlers of a class was adapted to Linux 6.4 but for its class.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(const struct class *class,
				      const struct class_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "egret-3\n");
}

static ssize_t migration_version_store(struct class *class,
				       const struct class_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, "egret-3"))
		return count;
	pr_info("egret: version 3 is needed\n");
	return -EINVAL;
}
static CLASS_ATTR_RW(migration_version); /* expect: MV004 */

static struct attribute *egret_attrs[] = {
	&class_attr_migration_version.attr,
	NULL
};
ATTRIBUTE_GROUPS(egret);

static const struct class egret_class = {
	.name = "egret",
	.class_groups = egret_groups,
};

int egret_init(void)
{
	return class_register(&egret_class);
}
