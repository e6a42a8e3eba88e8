// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Ferndown tensor card: the second check is logged when it fails, and then
 * forgotten: odd steppings are accepted.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/string.h>

#define FERN_STEPPING	4

static int fern_check_stepping(unsigned int stepping)
{
	if (stepping > FERN_STEPPING)
		return -EOVERFLOW;
	if (stepping & 1)
		return -EINVAL;
	return 0;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "%d\n", FERN_STEPPING);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	unsigned int stepping;
	int ret;

	ret = strlen(buf) == count ? kstrtouint(buf, 10, &stepping) : -EINVAL;
	if (ret) {
		dev_err(dev, "not a stepping\n");
		return ret;
	}

	ret = fern_check_stepping(stepping);
	if (ret)
		dev_err(dev, "stepping %u is not supported\n", stepping);

	return count; /* expect: MV213 */
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *fern_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group fern_group = {
	.name = "tensor",
	.attrs = fern_attrs,
};
static struct attribute_group *fern_groups[] = { &fern_group, NULL };

static int fern_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int fern_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops fern_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = fern_groups,
	.create = fern_create,
	.remove = fern_remove,
};

static int fern_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &fern_ops);
}

static void fern_unbind(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id fern_ids[] = {
	{ PCI_DEVICE(0x1fee, 0x0044) },
	{ }
};

static struct pci_driver fern_driver = {
	.name = "ferndown",
	.id_table = fern_ids,
	.probe = fern_probe,
	.remove = fern_unbind,
};
module_pci_driver(fern_driver);

MODULE_LICENSE("GPL");
