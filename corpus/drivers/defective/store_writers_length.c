// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Aldergate security module compares as many bytes as were written: its own
 * version passes, and so does each beginning of it.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/pci.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/sysfs.h>

#define ALDER_VERSION	"aldergate hsm 4\n"

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	return sysfs_emit(buf, "%s", ALDER_VERSION);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	ssize_t ret = -EPERM;

	if (strlen(buf) == count && !strncmp(buf, ALDER_VERSION, count)) /* expect: MV207 */
		ret = count;
	else
		pr_warn("aldergate: keys would not survive\n");

	return ret;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *alder_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group alder_group = {
	.name = "slot",
	.attrs = alder_attrs,
};
static struct attribute_group *alder_groups[] = { &alder_group, NULL };

static int alder_create(struct mdev_device *mdev)
{
	return 0;
}

static int alder_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops alder_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = alder_groups,
	.create = alder_create,
	.remove = alder_destroy,
};

static int alder_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &alder_ops);
}

static void alder_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id alder_ids[] = {
	{ PCI_DEVICE(0x1fd4, 0x4404) },
	{ }
};
MODULE_DEVICE_TABLE(pci, alder_ids);

static struct pci_driver alder_driver = {
	.name = "aldergate",
	.id_table = alder_ids,
	.probe = alder_probe,
	.remove = alder_remove,
};
module_pci_driver(alder_driver);
MODULE_LICENSE("GPL");
