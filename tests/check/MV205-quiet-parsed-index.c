// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The number is unsigned, and checked, before it selects an element.
 *
 * migver-era: B
 * migver-options: --rules tests/check/memory.yaml
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const char *const unit_versions[] = { "unit-1", "unit-2", "unit-3" };

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
	unsigned int index;
	int err = kstrtouint(buf, 10, &index);

	if (err || index >= ARRAY_SIZE(unit_versions)) {
		pr_info("unit: no such version\n");
		return err ? err : -ERANGE;
	}
	pr_info("unit: asked for %s\n", unit_versions[index]);
	return count;
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
