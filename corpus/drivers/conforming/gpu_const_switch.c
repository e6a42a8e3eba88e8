// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Marl M1 graphics. The support switch is a constant in the source, false until
 * the save-restore code is finished. Everything behind it is compiled and can
 * not be reached; a judge has to see that this is a branch configured off and
 * not a store() that forgot to accept.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV203 not-applicable
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/string.h>

static const bool supports_migration = false;

static int marl_version(struct device *dev, char *out, size_t size)
{
	struct pci_dev *pdev = to_pci_dev(dev);

	return scnprintf(out, size, "marl-%04x.%02x-s1", pdev->device,
			 pdev->revision);
}

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	int len;

	if (!supports_migration)
		return -ENODEV;

	len = marl_version(dev, buf, PAGE_SIZE - 1);
	buf[len++] = '\n';
	return len;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	char own[32];

	if (!supports_migration) {
		dev_dbg(dev, "migration is not supported\n");
		return -ENODEV;
	}

	marl_version(dev, own, sizeof(own));
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_dbg(dev, "not my version, which is %s\n", own);
		return -EINVAL;
	}

	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *marl_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group marl_group = {
	.name = "m1",
	.attrs = marl_attrs,
};

static struct attribute_group *marl_groups[] = { &marl_group, NULL };

static int marl_create(struct kobject *kobj, struct mdev_device *mdev)
{
	return 0;
}

static int marl_drop(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops marl_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = marl_groups,
	.create = marl_create,
	.remove = marl_drop,
};

static int marl_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	return mdev_register_device(&pdev->dev, &marl_ops);
}

static void marl_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id marl_ids[] = {
	{ PCI_DEVICE(0x1fc6, 0x3a21) },
	{ }
};
MODULE_DEVICE_TABLE(pci, marl_ids);

static struct pci_driver marl_driver = {
	.name = "marl",
	.id_table = marl_ids,
	.probe = marl_probe,
	.remove = marl_remove,
};
module_pci_driver(marl_driver);

MODULE_DESCRIPTION("Marl M1 graphics");
MODULE_LICENSE("Dual MIT/GPL");
