// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A macro of the driver makes handlers, attribute and list.
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

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "first_version" at tests/discover/wrapper_macro.c:31:1
	object unit_attr_first: device, era device, node device
	mode 0444
	show first_text_show at tests/discover/wrapper_macro.c:31:1, body at tests/discover/wrapper_macro.c:31:1
	store none
	registered by sysfs_create_files() at tests/discover/wrapper_macro.c:44:9
attribute "second_version" at tests/discover/wrapper_macro.c:32:1
	object unit_attr_second: device, era device, node device
	mode 0444
	show second_text_show at tests/discover/wrapper_macro.c:32:1, body at tests/discover/wrapper_macro.c:32:1
	store none
	registered by sysfs_create_files() at tests/discover/wrapper_macro.c:44:9
attribute "migration_version" at tests/discover/wrapper_macro.c:33:32
	object own: device, era device, node device
	mode 0644
	show migration_version_show at tests/discover/wrapper_macro.c:33:38, body at tests/discover/wrapper_macro.c:11:16
	store migration_version_store at tests/discover/wrapper_macro.c:33:38, body at tests/discover/wrapper_macro.c:16:16
	registered by sysfs_create_files() at tests/discover/wrapper_macro.c:44:9
 * check-output-end
 */
