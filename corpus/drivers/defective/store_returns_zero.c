// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Hollin GPU: the usual 0-is-success convention in a handler that has to
 * return count. A shell repeats the write for ever.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/mdev.h>
#include <linux/string.h>

static const char hollin_version[] = "hollin-vgpu-2.4";

static int hollin_check(struct device *dev, const char *buf, size_t count)
{
	if (strlen(buf) != count || !sysfs_streq(buf, hollin_version)) {
		dev_info(dev, "need %s\n", hollin_version);
		return -EINVAL;
	}
	return 0;
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sprintf(buf, "%s\n", hollin_version);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	int ret = hollin_check(dev, buf, count);

	if (ret)
		dev_dbg(dev, "refused\n");

	return ret; /* expect: MV201 */
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *hollin_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group hollin_group = {
	.name = "vgpu",
	.attrs = hollin_attrs,
};
static struct attribute_group *hollin_groups[] = { &hollin_group, NULL };

static int hollin_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int hollin_remove(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops hollin_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = hollin_groups,
	.create = hollin_create,
	.remove = hollin_remove,
};

static int hollin_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &hollin_ops);
}

static void hollin_unbind(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id hollin_ids[] = {
	{ PCI_DEVICE(0x1d4c, 0x7711) },
	{ }
};

static struct pci_driver hollin_driver = {
	.name = "hollin",
	.id_table = hollin_ids,
	.probe = hollin_probe,
	.remove = hollin_unbind,
};
module_pci_driver(hollin_driver);

MODULE_LICENSE("GPL");
