// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Quern compression card: every refusal has its message, but for the default
 * of the switch.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/pci.h>
#include <linux/kernel.h>
#include <linux/string.h>

#define QUERN_FORMAT	3

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "%d\n", QUERN_FORMAT);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	unsigned int format;
	int ret;

	if (strlen(buf) != count) {
		dev_info(dev, "NUL in a format number\n");
		return -EINVAL;
	}
	ret = kstrtouint(buf, 10, &format);
	if (ret) {
		dev_info(dev, "not a format number\n");
		return ret;
	}

	switch (format) {
	case QUERN_FORMAT:
	case QUERN_FORMAT - 1:
		return count;
	case 0:
		dev_info(dev, "format 0 was for bring-up only\n");
		return -EOPNOTSUPP;
	default:
		return -EINVAL; /* expect: MV210 */
	}
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *quern_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group quern_group = {
	.name = "lane",
	.attrs = quern_attrs,
};
static struct attribute_group *quern_groups[] = { &quern_group, NULL };

static int quern_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int quern_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops quern_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = quern_groups,
	.create = quern_create,
	.remove = quern_destroy,
};

static int quern_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &quern_ops);
}

static void quern_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id quern_ids[] = {
	{ PCI_DEVICE(0x1fd5, 0x7a11) },
	{ }
};
MODULE_DEVICE_TABLE(pci, quern_ids);

static struct pci_driver quern_driver = {
	.name = "quern",
	.id_table = quern_ids,
	.probe = quern_probe,
	.remove = quern_remove,
};
module_pci_driver(quern_driver);
MODULE_LICENSE("GPL");
