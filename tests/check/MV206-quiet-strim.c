// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A copy is trimmed and compared.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV206 proved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>
#include <linux/slab.h>

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	char *copy;
	int ret = 0;

	if (strlen(buf) != count) {
		pr_info("unit: refused\n");
		return -EINVAL;
	}
	copy = kstrndup(buf, count, GFP_KERNEL);
	if (!copy)
		return -ENOMEM;
	if (strcmp(strim(copy), "unit-1")) {
		pr_info("unit: incompatible version\n");
		ret = -EINVAL;
	}
	kfree(copy);
	return ret ? ret : count;
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
