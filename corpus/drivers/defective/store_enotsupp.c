// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Oakmere smart NIC: -ENOTSUPP where -EOPNOTSUPP was meant. The value is
 * internal to the kernel and has no name in user space.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

#define OAKMERE_MIN	4
#define OAKMERE_CUR	6

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return scnprintf(buf, PAGE_SIZE, "%d\n", OAKMERE_CUR);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	int abi, err;

	err = strlen(buf) == count ? kstrtoint(buf, 10, &abi) : -EINVAL;
	if (err) {
		dev_info(dev, "cannot parse the version\n");
		return err;
	}

	switch (abi) {
	case OAKMERE_MIN ... OAKMERE_CUR:
		return count;
	default:
		dev_info(dev, "ABI %d is out of range\n", abi);
		return -ENOTSUPP; /* expect: MV202 */
	}
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *oakmere_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group oakmere_group = {
	.name = "vf",
	.attrs = oakmere_attrs,
};
static struct attribute_group *oakmere_groups[] = { &oakmere_group, NULL };

static int oakmere_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int oakmere_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops oakmere_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = oakmere_groups,
	.create = oakmere_create,
	.remove = oakmere_remove,
};

static int oakmere_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &oakmere_ops);
}

static void oakmere_unbind(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id oakmere_ids[] = {
	{ PCI_DEVICE(0x1b99, 0x0a10) },
	{ }
};

static struct pci_driver oakmere_driver = {
	.name = "oakmere",
	.id_table = oakmere_ids,
	.probe = oakmere_probe,
	.remove = oakmere_unbind,
};
module_pci_driver(oakmere_driver);

MODULE_LICENSE("GPL");
