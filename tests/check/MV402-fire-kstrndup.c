// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The copy may be NULL when it is trimmed.
 *
 * migver-era: C
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: defective
 */
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

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
	char *text = kstrndup(buf, count, GFP_KERNEL);
	bool same = !strcmp(strim(text), "unit-1"); /* expect: MV402 */

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

static struct mdev_driver unit_driver = {
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_driver);
}
