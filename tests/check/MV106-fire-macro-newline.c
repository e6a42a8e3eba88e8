// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The macro of the version ends with a newline of its own.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

#define ASPEN_VERSION "aspen 1\n"

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	strcpy(buf, ASPEN_VERSION); /* expect: MV106 */
	strcat(buf, "\n");
	return strlen(buf);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	char own[16];

	if (strlen(buf) != count || count >= sizeof(own))
		goto refuse;
	strscpy(own, buf, sizeof(own));
	if (!strcmp(strim(own), "aspen 1"))
		return count;
refuse:
	pr_info("aspen: incompatible version\n");
	return -EINVAL;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *aspen_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(aspen);

int aspen_add(struct device *dev)
{
	return device_add_groups(dev, aspen_groups);
}
