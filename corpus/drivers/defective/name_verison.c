// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Cobalt Ridge DMA engine. Everything is right but two letters of the name;
 * user space takes the type for one that cannot migrate.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/mdev.h>
#include <linux/string.h>

#define COBALT_TAG	"cobalt-dma/2"

static ssize_t migration_verison_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "%s\n", COBALT_TAG);
}

static ssize_t migration_verison_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	if (strlen(buf) == count && sysfs_streq(buf, COBALT_TAG))
		return count;
	dev_info(dev, "refusing a source that is not %s\n", COBALT_TAG);
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_verison); /* expect: MV006 */

static struct attribute *cobalt_attrs[] = {
	&mdev_type_attr_migration_verison.attr,
	NULL,
};
static struct attribute_group cobalt_group = {
	.name = "dma",
	.attrs = cobalt_attrs,
};
static struct attribute_group *cobalt_groups[] = { &cobalt_group, NULL };

static int cobalt_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int cobalt_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops cobalt_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = cobalt_groups,
	.create = cobalt_create,
	.remove = cobalt_remove,
};

static int cobalt_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &cobalt_ops);
}

static void cobalt_unbind(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id cobalt_ids[] = {
	{ PCI_DEVICE(0x1c07, 0x2001) },
	{ }
};

static struct pci_driver cobalt_driver = {
	.name = "cobalt-dma",
	.id_table = cobalt_ids,
	.probe = cobalt_probe,
	.remove = cobalt_unbind,
};
module_pci_driver(cobalt_driver);

MODULE_LICENSE("GPL");
