// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A copy on the heap is as long as the original.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/slab.h>

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	char *text = kstrndup(buf, count, GFP_KERNEL);
	ssize_t ret = count;

	if (!text)
		return -ENOMEM;
	if (strlen(buf) != count || strcmp(strim(text), "unit-1")) {
		pr_info("unit: refused %s\n", text); /* expect: MV211 */
		ret = -EINVAL;
	}
	kfree(text);
	return ret;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *unit_type_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group unit_type_group = {
	.name = "1",
	.attrs = unit_type_attrs,
};

static struct attribute_group *unit_type_groups[] = {
	&unit_type_group,
	NULL,
};

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_type_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
