// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Oxenholme smart adapter lists the names of its features with sprintf(). 128
 * names of up to 63 characters are twice a page.
 *
 * migver-era: B
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>

#define OXEN_FEATURES	128

struct oxen {
	char feature[OXEN_FEATURES][64];
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct oxen *ox = dev_get_drvdata(mtype_get_parent_dev(mtype));
	ssize_t len;
	int i;

	if (!ox)
		return -ENODEV;
	len = sprintf(buf, "oxen3");
	for (i = 0; i < OXEN_FEATURES; i++)
		len += sprintf(buf + len, "+%.63s", ox->feature[i]); /* expect: MV103 */
	return len;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	struct oxen *ox = dev_get_drvdata(dev);
	const char *at = buf;
	int i;

	if (!ox) {
		dev_dbg(dev, "adapter is not set up\n");
		return -ENODEV;
	}
	if (strlen(buf) != count || strncmp(at, "oxen3", 5))
		goto refuse;
	at += 5;
	for (i = 0; i < OXEN_FEATURES; i++) {
		size_t len = strnlen(ox->feature[i], 63);

		if (*at++ != '+' || strncmp(at, ox->feature[i], len))
			goto refuse;
		at += len;
	}
	if (sysfs_streq(at, ""))
		return count;
refuse:
	dev_info(dev, "other features\n");
	return -EINVAL;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *oxen_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group oxen_group = {
	.name = "port",
	.attrs = oxen_attrs,
};
static struct attribute_group *oxen_groups[] = { &oxen_group, NULL };

static int oxen_create(struct mdev_device *mdev)
{
	return 0;
}

static int oxen_destroy(struct mdev_device *mdev)
{
	return 0;
}

static const struct mdev_parent_ops oxen_ops = {
	.owner = THIS_MODULE,
	.supported_type_groups = oxen_groups,
	.create = oxen_create,
	.remove = oxen_destroy,
};

static int oxen_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct oxen *ox = devm_kzalloc(&pdev->dev, sizeof(*ox), GFP_KERNEL);
	void __iomem *bar;

	if (!ox)
		return -ENOMEM;
	bar = pcim_iomap(pdev, 0, sizeof(ox->feature));
	if (!bar)
		return -ENOMEM;
	memcpy_fromio(ox->feature, bar, sizeof(ox->feature));
	pci_set_drvdata(pdev, ox);
	return mdev_register_device(&pdev->dev, &oxen_ops);
}

static void oxen_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id oxen_ids[] = {
	{ PCI_DEVICE(0x1fdb, 0x0030) },
	{ }
};
MODULE_DEVICE_TABLE(pci, oxen_ids);

static struct pci_driver oxen_driver = {
	.name = "oxenholme",
	.id_table = oxen_ids,
	.probe = oxen_probe,
	.remove = oxen_remove,
};
module_pci_driver(oxen_driver);
MODULE_LICENSE("GPL");
