// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Smaller numbers are older versions; a prefix of 13 is one.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/kernel.h>

#define UNIT_VERSION 13

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return sysfs_emit(buf, "%u\n", UNIT_VERSION);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	unsigned int version;
	int ret = strlen(buf) == count ? kstrtouint(buf, 10, &version) : -EILSEQ;

	if (ret) {
		pr_info("unit: no version\n");
		return ret;
	}
	if (version > UNIT_VERSION) {
		pr_info("unit: version %u is too new\n", version);
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group unit_group = {
	.name = "unit",
	.attrs = unit_attrs,
};
static struct attribute_group *unit_groups[] = { &unit_group, NULL };

const struct mdev_parent_ops unit_ops = { .supported_type_groups = unit_groups };

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
