// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Handlers of a device attribute bound to a kobj_attribute by the macro,
 * casts and all.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/device.h>

static ssize_t unit_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t unit_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}

static struct kobj_attribute unit_attr =
	__ATTR(migration_version, 0644, (void *)unit_show, (void *)unit_store); /* expect: MV004 */

int unit_add(struct kobject *kobj)
{
	return sysfs_create_file(kobj, &unit_attr.attr);
}
