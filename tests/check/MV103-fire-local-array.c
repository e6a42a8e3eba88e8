// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A name is built in an array on the stack that is one byte short.
 *
 * migver-era: device
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define UNIT_NAME "unit-generation-1"

static void unit_name(char *name, bool is_new)
{
	strcpy(name, UNIT_NAME); /* expect: MV103 */
	if (is_new)
		name[0] = 'U';
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr,
				      char *buf)
{
	char name[sizeof(UNIT_NAME) - 1];

	unit_name(name, true);
	return sysfs_emit(buf, "%.16s\n", name);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf,
				       size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
