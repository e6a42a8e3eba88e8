// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Behind the NULL that ends the array, and no header tells other files of it.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "unit-1\n");
}

static ssize_t device_api_show(struct mdev_type *mtype,
			       struct mdev_type_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "vfio-pci\n");
}
static MDEV_TYPE_ATTR_RO(device_api);

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
}
MDEV_TYPE_ATTR_RW(migration_version); /* expect: MV002 */

static struct attribute *unit_attrs[] = {
	&mdev_type_attr_device_api.attr,
	NULL,
	&mdev_type_attr_migration_version.attr,
};
static struct attribute_group unit_group = {
	.name = "unit",
	.attrs = unit_attrs,
};
static struct attribute_group *unit_groups[] = { &unit_group, NULL };

static const struct mdev_parent_ops unit_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = unit_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
