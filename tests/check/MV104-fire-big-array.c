// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * An array of two pages may be longer than what snprintf can put into one;
 * its result says so.
 *
 * migver-era: device
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static char unit_tag[2 * PAGE_SIZE];
module_param_string(tag, unit_tag, sizeof(unit_tag), 0444);

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	int len;

	len = snprintf(buf, PAGE_SIZE, "%s", unit_tag);
	return len; /* expect: MV104 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, unit_tag)) {
		pr_info("unit: other tag\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

int unit_add(struct device *dev)
{
	return device_create_file(dev, &dev_attr_migration_version);
}
