// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Plover network adapter. The mdev driver's probe adds the group itself with
 * sysfs_create_group() and takes it away in remove. The version depends on the
 * type of the device; the parent's revision is part of it.
 *
 * migver-era: D
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct plover_vport {
	char version[40];
};

static ssize_t version_text_show(struct device *dev,
				 struct device_attribute *attr, char *buf)
{
	const struct plover_vport *vport = dev_get_drvdata(dev);

	return vport ? sysfs_emit(buf, "%.39s\n", vport->version) : -ENXIO;
}

static ssize_t version_text_store(struct device *dev,
				  struct device_attribute *attr,
				  const char *buf, size_t count)
{
	const struct plover_vport *vport = dev_get_drvdata(dev);
	size_t used = count;
	size_t len;

	if (!vport)
		goto refuse;

	len = strnlen(vport->version, sizeof(vport->version) - 1);
	if (used && buf[used - 1] == '\n')
		--used;
	if (used == len && !strncmp(buf, vport->version, len))
		return count;

refuse:
	dev_warn_ratelimited(dev, "ports of that version cannot move here\n");
	return vport ? -EINVAL : -ENXIO;
}

static DEVICE_ATTR(migration_version, 0644, version_text_show, version_text_store);

static struct attribute *plover_vport_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};

static const struct attribute_group plover_vport_group = {
	.attrs = plover_vport_attrs,
};

static int plover_vport_probe(struct mdev_device *mdev)
{
	struct pci_dev *pdev = to_pci_dev(mdev->type->parent->dev);
	struct plover_vport *vport;
	int ret;

	vport = kzalloc(sizeof(*vport), GFP_KERNEL);
	if (!vport)
		return -ENOMEM;

	scnprintf(vport->version, sizeof(vport->version), "plover-%02x-%.16s",
		  pdev->revision, mdev->type->sysfs_name);
	dev_set_drvdata(&mdev->dev, vport);

	ret = sysfs_create_group(&mdev->dev.kobj, &plover_vport_group);
	if (ret) {
		dev_set_drvdata(&mdev->dev, NULL);
		kfree(vport);
	}
	return ret;
}

static void plover_vport_remove(struct mdev_device *mdev)
{
	struct plover_vport *vport = dev_get_drvdata(&mdev->dev);

	sysfs_remove_group(&mdev->dev.kobj, &plover_vport_group);
	dev_set_drvdata(&mdev->dev, NULL);
	kfree(vport);
}

static struct mdev_driver plover_mdev_driver = {
	.device_api = "vfio-pci",
	.max_instances = 16,
	.driver = {
		.name = "plover_vport",
		.owner = THIS_MODULE,
	},
	.probe = plover_vport_probe,
	.remove = plover_vport_remove,
};

static struct mdev_type plover_type = {
	.sysfs_name = "vport",
	.pretty_name = "Plover port",
};

static struct mdev_type *plover_types[] = { &plover_type };

static int plover_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct mdev_parent *parent;

	parent = devm_kzalloc(&pdev->dev, sizeof(*parent), GFP_KERNEL);
	if (!parent)
		return -ENOMEM;

	pci_set_drvdata(pdev, parent);
	return mdev_register_parent(parent, &pdev->dev, &plover_mdev_driver,
				    plover_types, ARRAY_SIZE(plover_types));
}

static void plover_remove(struct pci_dev *pdev)
{
	mdev_unregister_parent(pci_get_drvdata(pdev));
}

static const struct pci_device_id plover_ids[] = {
	{ PCI_DEVICE(0x1fcb, 0x9104) },
	{ }
};
MODULE_DEVICE_TABLE(pci, plover_ids);

static struct pci_driver plover_driver = {
	.name = "plover",
	.id_table = plover_ids,
	.probe = plover_probe,
	.remove = plover_remove,
};

static int __init plover_init(void)
{
	int ret = mdev_register_driver(&plover_mdev_driver);

	if (ret)
		return ret;

	ret = pci_register_driver(&plover_driver);
	if (ret)
		mdev_unregister_driver(&plover_mdev_driver);
	return ret;
}

static void __exit plover_exit(void)
{
	pci_unregister_driver(&plover_driver);
	mdev_unregister_driver(&plover_mdev_driver);
}

module_init(plover_init);
module_exit(plover_exit);

MODULE_DESCRIPTION("Plover network adapter");
MODULE_LICENSE("Dual MIT/GPL");
