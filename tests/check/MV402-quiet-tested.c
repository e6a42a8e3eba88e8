// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tested, at once or behind a helper.
 *
 * migver-era: B
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static char *unit_copy(const char *buf, size_t count)
{
	char *text = kmemdup_nul(buf, count, GFP_KERNEL);

	if (text)
		strim(text);
	return text;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf,
				       size_t count)
{
	char *text = unit_copy(buf, count);
	bool same;

	if (!text)
		return -ENOMEM;
	same = !strcmp(text, "unit-1");
	kfree(text);
	if (!same)
		pr_info("unit: incompatible version\n");
	return same ? (ssize_t)count : -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group unit_group = {
	.name = "unit-1",
	.attrs = unit_attrs,
};

static struct attribute_group *unit_groups[] = {
	&unit_group,
	NULL,
};

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
