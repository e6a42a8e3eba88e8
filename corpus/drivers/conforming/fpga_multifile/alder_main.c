// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Alder FPGA: probe and registration. The type groups come from alder_sysfs.c
 * by way of an extern array.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>

#include "alder.h"

static int alder_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int alder_drop(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops alder_mdev_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = alder_type_groups,
	.create = alder_create,
	.remove = alder_drop,
};

static int alder_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct alder_fpga *fpga;

	fpga = devm_kzalloc(&pdev->dev, sizeof(*fpga), GFP_KERNEL);
	if (!fpga)
		return -ENOMEM;

	fpga->dev = &pdev->dev;
	fpga->shell_id = (u32)pdev->subsystem_vendor << 16 | pdev->subsystem_device;
	fpga->image_major = 5;
	fpga->image_minor = 2;
	pci_set_drvdata(pdev, fpga);

	return mdev_register_device(&pdev->dev, &alder_mdev_ops);
}

static void alder_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id alder_ids[] = {
	{ PCI_DEVICE(0x1fc4, 0xa1de) },
	{ }
};
MODULE_DEVICE_TABLE(pci, alder_ids);

static struct pci_driver alder_driver = {
	.name = "alder",
	.id_table = alder_ids,
	.probe = alder_probe,
	.remove = alder_remove,
};
module_pci_driver(alder_driver);

MODULE_DESCRIPTION("Alder FPGA");
MODULE_LICENSE("Dual MIT/GPL");
