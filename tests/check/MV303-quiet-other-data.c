// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The nodes look at different objects, which agree.
 *
 * migver-era: B
 * migver-expect: conforming
 * migver-verdict: MV303 unproved
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/string.h>

struct unit_type {
	char version[16];
};
struct unit {
	char version[16];
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct unit_type *type = dev_get_drvdata(mtype_get_parent_dev(mtype));

	return type ? sysfs_emit(buf, "%s\n", type->version) : -ENODEV;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct unit_type *type = dev_get_drvdata(mtype_get_parent_dev(mtype));

	if (!type) {
		pr_info("unit: refused\n");
		return -ENODEV;
	}
	if (strlen(buf) == count && sysfs_streq(buf, type->version))
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL;
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

static ssize_t node_show(struct device *dev, struct device_attribute *attr,
			 char *buf)
{
	struct unit *unit = dev_get_drvdata(dev);

	return unit ? sysfs_emit(buf, "%s\n", unit->version) : -ENODEV;
}

static ssize_t node_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);

	if (!unit) {
		pr_info("unit: refused\n");
		return -ENODEV;
	}
	if (strlen(buf) == count && sysfs_streq(buf, unit->version))
		return count;
	pr_info("unit: incompatible version\n");
	return -EINVAL;
}
static struct device_attribute node_attr =
	__ATTR(migration_version, 0644, node_show, node_store);

static struct attribute *node_attrs[] = { &node_attr.attr, NULL };
static const struct attribute_group node_group = { .attrs = node_attrs };
static const struct attribute_group *node_groups[] = { &node_group, NULL };

const struct mdev_parent_ops unit_ops = {
	.supported_type_groups = unit_groups,
	.mdev_attr_groups = node_groups,
};

int unit_add(struct device *dev)
{
	return mdev_register_device(dev, &unit_ops);
}
