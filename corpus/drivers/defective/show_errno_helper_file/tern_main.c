// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Tern line card, the mediated side. The helper in the other file picks the
 * wrong errno; this file only passes it on.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include "tern.h"

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	int level = tern_fw_level();

	if (level < 0)
		return level;
	return sprintf(buf, "%d\n", level);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	int level = tern_fw_level();
	int src, ret;

	if (level < 0) {
		dev_info(dev, "firmware too old to migrate\n");
		return level;
	}
	if (strlen(buf) != count || kstrtoint(buf, 10, &src)) {
		dev_info(dev, "not a level\n");
		return -EINVAL;
	}
	ret = src == level ? 0 : -ERANGE;
	if (ret)
		dev_info(dev, "level %d is not %d\n", src, level);
	return ret < 0 ? ret : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *tern_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group tern_group = {
	.name = "line",
	.attrs = tern_attrs,
};
static struct attribute_group *tern_groups[] = { &tern_group, NULL };

static int tern_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int tern_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops tern_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = tern_groups,
	.create = tern_create,
	.remove = tern_remove,
};

static int tern_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &tern_ops);
}

static void tern_unbind(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id tern_ids[] = {
	{ PCI_DEVICE(0x1e5f, 0x0007) },
	{ }
};

static struct pci_driver tern_driver = {
	.name = "tern",
	.id_table = tern_ids,
	.probe = tern_probe,
	.remove = tern_unbind,
};
module_pci_driver(tern_driver);

MODULE_LICENSE("GPL");
