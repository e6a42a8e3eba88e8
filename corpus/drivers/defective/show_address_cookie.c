// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Sedgewick graphics. The author wanted a build id and took the address of
 * the ops table: another one on every host, and after every boot.
 *
 * migver-era: A
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>

static const struct mdev_parent_ops sedge_ops;

static size_t sedge_version(char *to, size_t room)
{
	return scnprintf(to, room, "sedge-5-%px", &sedge_ops); /* expect: MV107 */
}

static ssize_t migration_version_show(struct kobject *kobj,
				      struct device *dev, char *buf)
{
	return sedge_version(buf, PAGE_SIZE);
}

static ssize_t migration_version_store(struct kobject *kobj,
				       struct device *dev, const char *buf,
				       size_t count)
{
	char own[64];

	sedge_version(own, sizeof(own));
	if (strlen(buf) != count)
		goto refuse;
	if (!sysfs_streq(buf, own))
		goto refuse;
	return count;

refuse:
	dev_notice(dev, "state of another build\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *sedge_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group sedge_group = {
	.name = "half",
	.attrs = sedge_attrs,
};
static struct attribute_group *sedge_groups[] = { &sedge_group, NULL };

static int sedge_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int sedge_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops sedge_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = sedge_groups,
	.create = sedge_create,
	.remove = sedge_destroy,
};

static int sedge_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &sedge_ops);
}

static void sedge_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id sedge_ids[] = {
	{ PCI_DEVICE(0x1fd2, 0x0005) },
	{ }
};
MODULE_DEVICE_TABLE(pci, sedge_ids);

static struct pci_driver sedge_driver = {
	.name = "sedgewick",
	.id_table = sedge_ids,
	.probe = sedge_probe,
	.remove = sedge_remove,
};
module_pci_driver(sedge_driver);
MODULE_LICENSE("GPL");
