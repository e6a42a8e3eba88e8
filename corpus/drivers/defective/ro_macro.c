// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Orbex capture card, mediated. The author took the read-only macro used for
 * the neighbouring attributes: versions can be read, never checked.
 *
 * migver-era: A
 * migver-expect: defective
 * migver-verdict: MV203 not-applicable
 */
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/mdev.h>
#include <linux/sysfs.h>

#define ORBEX_PROTO	3

static ssize_t name_show(struct kobject *kobj, struct device *dev, char *buf)
{
	return sprintf(buf, "orbex capture\n");
}
static MDEV_TYPE_ATTR_RO(name);

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	struct pci_dev *pdev = to_pci_dev(dev);

	return sprintf(buf, "%04x:%04x-%d\n", pdev->vendor, pdev->device,
		       ORBEX_PROTO);
}
static MDEV_TYPE_ATTR_RO(migration_version); /* expect: MV001 */

static struct attribute *orbex_type_attrs[] = {
	&mdev_type_attr_name.attr,
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group orbex_type_group = {
	.name = "cap1",
	.attrs = orbex_type_attrs,
};

static struct attribute_group *orbex_type_groups[] = {
	&orbex_type_group,
	NULL,
};

static int orbex_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int orbex_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops orbex_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = orbex_type_groups,
	.create = orbex_create,
	.remove = orbex_remove,
};

static int orbex_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &orbex_ops);
}

static void orbex_pci_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id orbex_ids[] = {
	{ PCI_DEVICE(0x1f3a, 0x0102) },
	{ }
};
MODULE_DEVICE_TABLE(pci, orbex_ids);

static struct pci_driver orbex_driver = {
	.name = "orbex",
	.id_table = orbex_ids,
	.probe = orbex_probe,
	.remove = orbex_pci_remove,
};
module_pci_driver(orbex_driver);

MODULE_LICENSE("GPL");
