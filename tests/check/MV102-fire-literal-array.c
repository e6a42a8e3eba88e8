// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The text that was prepared at build time has a page and more.
 *
 * migver-era: D
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/sysfs.h>
#include <linux/string.h>

static const char skua_text[5000] = "skua";

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	memset(buf, 'x', 8);
	return scnprintf(buf, PAGE_SIZE, "%04200d %s\n", 7, skua_text); /* expect: MV102 */
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "skua")) {
		pr_info("skua: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *skua_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};
ATTRIBUTE_GROUPS(skua);

int skua_add(struct device *dev)
{
	return device_add_groups(dev, skua_groups);
}
