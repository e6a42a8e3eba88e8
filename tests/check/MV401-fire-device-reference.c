// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The device that was looked up is not put when its data is missing.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>
#include <linux/string.h>
#include <linux/pci.h>

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	struct pci_dev *bridge = pci_get_device(0x8086, 0x1234, NULL);
	int ret;

	if (!bridge)
		return -ENODEV;
	if (bridge->revision < 2)
		return -EOPNOTSUPP; /* expect: MV401 */
	ret = snprintf(buf, 16, "unit-%02x\n", bridge->revision);
	pci_dev_put(bridge);
	return ret;
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev,
				       const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, "unit-1")) {
		pr_info("unit: incompatible version\n");
		return -EINVAL;
	}
	return count;
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
