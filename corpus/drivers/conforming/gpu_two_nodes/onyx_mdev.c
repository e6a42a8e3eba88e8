// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Onyx graphics: the node on the mdev device, as the fifth version of the
 * proposal has it, and the driver's registration. The handlers have the same
 * static names as those in onyx_type.c; both end in onyx_compat.c.
 *
 * migver-era: A
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>

#include "onyx.h"

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	struct mdev_device *mdev = mdev_from_dev(dev);

	if (!mdev)
		return -ENODEV;
	return onyx_version_print(mdev_parent_dev(mdev), buf);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	struct mdev_device *mdev = mdev_from_dev(dev);
	int ret;

	if (!mdev) {
		dev_dbg(dev, "not a mediated device\n");
		return -ENODEV;
	}

	ret = onyx_version_compare(mdev_parent_dev(mdev), buf, count);
	return ret ? ret : count;
}
static DEVICE_ATTR_RW(migration_version);

static struct attribute *onyx_mdev_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};

static const struct attribute_group onyx_mdev_group = {
	.attrs = onyx_mdev_attrs,
};

const struct attribute_group *onyx_mdev_groups[] = {
	&onyx_mdev_group,
	NULL,
};

static int onyx_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int onyx_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops onyx_mdev_ops = {
	.owner = THIS_MODULE,
	.mdev_attr_groups = onyx_mdev_groups,
	.supported_type_groups = onyx_type_groups,
	.create = onyx_create,
	.remove = onyx_destroy,
};

static int onyx_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct onyx_gpu *gpu;

	gpu = devm_kzalloc(&pdev->dev, sizeof(*gpu), GFP_KERNEL);
	if (!gpu)
		return -ENOMEM;

	gpu->dev = &pdev->dev;
	gpu->vendor = pdev->vendor;
	gpu->device = pdev->device;
	gpu->context_size = 22 * PAGE_SIZE;
	pci_set_drvdata(pdev, gpu);

	return mdev_register_device(&pdev->dev, &onyx_mdev_ops);
}

static void onyx_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id onyx_ids[] = {
	{ PCI_DEVICE(0x1fc5, 0x0e0e) },
	{ }
};
MODULE_DEVICE_TABLE(pci, onyx_ids);

static struct pci_driver onyx_driver = {
	.name = "onyx",
	.id_table = onyx_ids,
	.probe = onyx_probe,
	.remove = onyx_remove,
};
module_pci_driver(onyx_driver);

MODULE_DESCRIPTION("Onyx graphics");
MODULE_LICENSE("Dual MIT/GPL");
