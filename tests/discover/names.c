// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Names that are not literals in the initialiser.
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

static const char name_array[] = "from_array";
static const char *const name_pointer = "from_pointer";

static struct device_attribute by_array = {
	.attr = { .name = name_array, .mode = 0444 },
	.show = migration_version_show,
};
static struct device_attribute by_pointer, by_dup, by_print, by_copy, by_format;
static char buffer[32];

int unit_add(struct device *dev, int n)
{
	by_pointer.attr.name = name_pointer;
	by_pointer.show = migration_version_show;
	by_dup.attr.name = kstrdup("from_dup", GFP_KERNEL);
	by_dup.show = migration_version_show;
	by_print.attr.name = kasprintf(GFP_KERNEL, "%s", "from_print");
	by_print.show = migration_version_show;
	strscpy(buffer, "from_copy", sizeof(buffer));
	by_copy.attr.name = buffer;
	by_copy.show = migration_version_show;
	by_format.attr.name = kasprintf(GFP_KERNEL, "queue%d", n);
	by_format.show = migration_version_show;
	return device_create_file(dev, &by_array) ?: device_create_file(dev, &by_pointer) ?:
	       device_create_file(dev, &by_dup) ?: device_create_file(dev, &by_print) ?:
	       device_create_file(dev, &by_copy) ?: device_create_file(dev, &by_format);
}

/*
 * check-command: lint --dump discover --attr '*' $file
 * check-output-start
attribute "from_array" at tests/discover/names.c:25:32
	object by_array: device, era device, node device
	mode 0444
	show migration_version_show at tests/discover/names.c:27:10, body at tests/discover/names.c:11:16
	store none
	registered by device_create_file() at tests/discover/names.c:45:9
attribute "from_pointer" at tests/discover/names.c:34:2
	object by_pointer: device, era device, node device
	mode 0000
	show migration_version_show at tests/discover/names.c:35:2, body at tests/discover/names.c:11:16
	store none
	registered by device_create_file() at tests/discover/names.c:45:47
attribute "from_dup" at tests/discover/names.c:36:2
	object by_dup: device, era device, node device
	mode 0000
	show migration_version_show at tests/discover/names.c:37:2, body at tests/discover/names.c:11:16
	store none
	registered by device_create_file() at tests/discover/names.c:46:9
attribute "from_print" at tests/discover/names.c:38:2
	object by_print: device, era device, node device
	mode 0000
	show migration_version_show at tests/discover/names.c:39:2, body at tests/discover/names.c:11:16
	store none
	registered by device_create_file() at tests/discover/names.c:46:45
attribute "from_copy" at tests/discover/names.c:41:2
	object by_copy: device, era device, node device
	mode 0000
	show migration_version_show at tests/discover/names.c:42:2, body at tests/discover/names.c:11:16
	store none
	registered by device_create_file() at tests/discover/names.c:47:9
attribute "?" at tests/discover/names.c:43:2
	object by_format: device, era device, node device
	mode 0000
	show migration_version_show at tests/discover/names.c:44:2, body at tests/discover/names.c:11:16
	store none
	registered by device_create_file() at tests/discover/names.c:47:46
 * check-output-end
 */
