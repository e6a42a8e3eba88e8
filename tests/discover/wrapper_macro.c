// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A macro of the driver makes handlers, attribute and list.
 *
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
 * check-output-end
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static ssize_t migration_version_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct device *dev, struct device_attribute *attr,
				       const char *buf, size_t count)
{
	return sysfs_streq(buf, "unit-1") ? count : -EINVAL;
}

#define UNIT_ATTR(_name, _text)								\
static ssize_t _name##_text_show(struct device *dev, struct device_attribute *attr,	\
				 char *buf)						\
{											\
	return sysfs_emit(buf, _text "\n");						\
}											\
static struct device_attribute unit_attr_##_name =					\
	__ATTR(_name##_version, 0444, _name##_text_show, NULL)

UNIT_ATTR(first, "1");
UNIT_ATTR(second, "2");
static struct device_attribute own = __ATTR_RW(migration_version);

static const struct attribute *const files[] = {
	&unit_attr_first.attr,
	&unit_attr_second.attr,
	&own.attr,
	NULL,
};

int unit_add(struct kobject *kobj)
{
	return sysfs_create_files(kobj, files);
}
