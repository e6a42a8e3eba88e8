// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Korund K10, a network adapter with mediated ports. The author knows the 4.x
 * kernels: a helper returns 0 or a negative errno, store() ends in the usual
 * ternary between an int and a size_t. sysfs_streq() takes care of the newline,
 * the length test before it of text behind an embedded NUL.
 *
 * migver-era: A
 * migver-expect: conforming
 * migver-verdict: MV206 proved
 * migver-verdict: MV207 proved
 * migver-verdict: MV301 proved
 * migver-verdict: MV302 proved
 */
#include <linux/atomic.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>

#define KORUND_PORTS	8
#define KORUND_PROTO	3

struct korund_nic {
	struct pci_dev *pdev;
	unsigned int proto;
	atomic_t free_ports;
};

static ssize_t name_show(struct kobject *kobj, struct device *dev, char *buf)
{
	return sprintf(buf, "Korund K10 port\n");
}
static MDEV_TYPE_ATTR_RO(name);

static ssize_t migration_version_show(struct kobject *kobj, struct device *dev,
				      char *buf)
{
	struct korund_nic *nic = dev_get_drvdata(dev);

	if (!nic)
		return -ENODEV;

	return sprintf(buf, "%04x:%04x-k%u\n", nic->pdev->vendor,
		       nic->pdev->device, nic->proto);
}

static int korund_check_version(struct korund_nic *nic, const char *buf,
				size_t count)
{
	char own[32];

	if (strlen(buf) != count)
		return -EINVAL;

	scnprintf(own, sizeof(own), "%04x:%04x-k%u", nic->pdev->vendor,
		  nic->pdev->device, nic->proto);

	return sysfs_streq(buf, own) ? 0 : -EINVAL;
}

static ssize_t migration_version_store(struct kobject *kobj, struct device *dev,
				       const char *buf, size_t count)
{
	struct korund_nic *nic = dev_get_drvdata(dev);
	int ret = -ENODEV;

	if (nic)
		ret = korund_check_version(nic, buf, count);
	if (ret < 0)
		dev_dbg(dev, "refusing migration version %*pE: %d\n",
			(int)min_t(size_t, count, 64), buf, ret);

	return ret < 0 ? ret : count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *korund_type_attrs[] = {
	&mdev_type_attr_name.attr,
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group korund_type_group = {
	.name = "port",
	.attrs = korund_type_attrs,
};

static struct attribute_group *korund_type_groups[] = {
	&korund_type_group,
	NULL,
};

static int korund_create(struct kobject *kobj, struct mdev_device *mdev)
{
	struct korund_nic *nic = dev_get_drvdata(mdev_parent_dev(mdev));

	return atomic_dec_if_positive(&nic->free_ports) < 0 ? -ENOSPC : 0;
}

static int korund_remove(struct mdev_device *mdev)
{
	struct korund_nic *nic = dev_get_drvdata(mdev_parent_dev(mdev));

	atomic_inc(&nic->free_ports);
	return 0;
}

static const struct mdev_parent_ops korund_mdev_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = korund_type_groups,
	.create = korund_create,
	.remove = korund_remove,
};

static int korund_pci_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct korund_nic *nic;

	nic = devm_kzalloc(&pdev->dev, sizeof(*nic), GFP_KERNEL);
	if (!nic)
		return -ENOMEM;

	nic->pdev = pdev;
	nic->proto = KORUND_PROTO;
	atomic_set(&nic->free_ports, KORUND_PORTS);
	pci_set_drvdata(pdev, nic);

	return mdev_register_device(&pdev->dev, &korund_mdev_ops);
}

static void korund_pci_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id korund_ids[] = {
	{ PCI_DEVICE(0x1fc1, 0x0010) },
	{ }
};
MODULE_DEVICE_TABLE(pci, korund_ids);

static struct pci_driver korund_driver = {
	.name = "korund",
	.id_table = korund_ids,
	.probe = korund_pci_probe,
	.remove = korund_pci_remove,
};
module_pci_driver(korund_driver);

MODULE_DESCRIPTION("Korund K10 network adapter");
MODULE_LICENSE("Dual MIT/GPL");
