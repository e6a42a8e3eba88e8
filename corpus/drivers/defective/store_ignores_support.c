// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Evenlode neural engine: on a chip without the save unit a read says so. A
 * write finds its version right all the same.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct even_chip {
	bool has_save;
	u8 stepping;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct even_chip *chip = dev_get_drvdata(mtype_get_parent_dev(mtype));

	if (!chip || !chip->has_save)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "evenlode %c 11\n", 'A' + chip->stepping % 26);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	struct even_chip *chip = dev_get_drvdata(dev);
	char own[20];

	if (!chip) {
		dev_dbg(dev, "chip is not there yet\n");
		return -ENODEV;
	}
	scnprintf(own, sizeof(own), "evenlode %c 11", 'A' + chip->stepping % 26);
	if (strlen(buf) != count || !sysfs_streq(own, buf)) {
		dev_info(dev, "want %s\n", own);
		return -EINVAL;
	}
	return count; /* expect: MV302 */
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *even_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group even_group = {
	.name = "tile",
	.attrs = even_attrs,
};
static struct attribute_group *even_groups[] = { &even_group, NULL };

static int even_create(struct mdev_device *mdev)
{
	return 0;
}

static int even_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops even_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = even_groups,
	.create = even_create,
	.remove = even_destroy,
};

static int even_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct even_chip *chip;

	chip = devm_kzalloc(&pdev->dev, sizeof(*chip), GFP_KERNEL);
	if (!chip)
		return -ENOMEM;
	chip->stepping = pdev->revision;
	chip->has_save = pdev->revision >= 2;
	pci_set_drvdata(pdev, chip);
	return mdev_register_device(&pdev->dev, &even_ops);
}

static void even_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id even_ids[] = {
	{ PCI_DEVICE(0x1fd8, 0xe0e0) },
	{ }
};
MODULE_DEVICE_TABLE(pci, even_ids);

static struct pci_driver even_driver = {
	.name = "evenlode",
	.id_table = even_ids,
	.probe = even_probe,
	.remove = even_remove,
};
module_pci_driver(even_driver);
MODULE_LICENSE("GPL");
