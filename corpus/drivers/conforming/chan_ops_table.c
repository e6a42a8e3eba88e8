// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Menhir channel adapter, two models in one driver. What differs between them
 * stands in const ops tables; the older model has no accept callback, and the
 * core falls back to comparing with what the model prints. The callback that
 * may be absent is tested before the call.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct menhir_ops {
	int (*print)(struct pci_dev *pdev, char *out, size_t size);
	bool (*accept)(struct pci_dev *pdev, const char *text);	/* optional */
};

static int menhir1_print(struct pci_dev *pdev, char *out, size_t size)
{
	return scnprintf(out, size, "menhir1-%04x", pdev->subsystem_device);
}

static int menhir2_print(struct pci_dev *pdev, char *out, size_t size)
{
	return scnprintf(out, size, "menhir2-%04x-g2", pdev->subsystem_device);
}

/* the second generation also loads what the first microcode has saved */
static bool menhir2_accept(struct pci_dev *pdev, const char *text)
{
	char old[24];

	scnprintf(old, sizeof(old), "menhir2-%04x-g1", pdev->subsystem_device);
	return sysfs_streq(text, old);
}

static const struct menhir_ops menhir1_ops = {
	.print = menhir1_print,
};

static const struct menhir_ops menhir2_ops = {
	.print = menhir2_print,
	.accept = menhir2_accept,
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	const struct menhir_ops *ops = dev_get_drvdata(dev);
	char own[24];

	if (!ops)
		return -ENODEV;

	ops->print(to_pci_dev(dev), own, sizeof(own));
	return sysfs_emit(buf, "%s\n", own);
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	const struct menhir_ops *ops = dev_get_drvdata(dev);
	struct pci_dev *pdev = to_pci_dev(dev);
	char own[24];

	if (!ops) {
		dev_dbg(dev, "adapter without a model\n");
		return -ENODEV;
	}

	if (strlen(buf) == count) {
		ops->print(pdev, own, sizeof(own));
		if (sysfs_streq(buf, own))
			return count;
		if (ops->accept && ops->accept(pdev, buf))
			return count;
	}

	dev_dbg(dev, "channel state %*pE is not for this model\n",
		(int)min_t(size_t, count, 32), buf);
	return -EMEDIUMTYPE;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *menhir_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group menhir_group = {
	.name = "path",
	.attrs = menhir_attrs,
};

static struct attribute_group *menhir_groups[] = { &menhir_group, NULL };

static int menhir_mdev_probe(struct mdev_device *mdev)
{
	return 0;
}

static void menhir_mdev_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver menhir_mdev_driver = {
	.driver = {
		.name = "menhir_mdev",
		.owner = THIS_MODULE,
	},
	.probe = menhir_mdev_probe,
	.remove = menhir_mdev_remove,
	.supported_type_groups = menhir_groups,
};

static int menhir_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	pci_set_drvdata(pdev, (void *)id->driver_data);
	return mdev_register_device(&pdev->dev, &menhir_mdev_driver);
}

static void menhir_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id menhir_ids[] = {
	{ PCI_DEVICE(0x1fc9, 0x0002), .driver_data = (kernel_ulong_t)&menhir2_ops },
	{ PCI_DEVICE(0x1fc9, 0x0001), .driver_data = (kernel_ulong_t)&menhir1_ops },
	{ }
};
MODULE_DEVICE_TABLE(pci, menhir_ids);

static struct pci_driver menhir_driver = {
	.name = "menhir",
	.id_table = menhir_ids,
	.probe = menhir_probe,
	.remove = menhir_remove,
};

static int __init menhir_init(void)
{
	int ret = mdev_register_driver(&menhir_mdev_driver);

	if (ret)
		return ret;

	ret = pci_register_driver(&menhir_driver);
	if (ret)
		mdev_unregister_driver(&menhir_mdev_driver);
	return ret;
}

static void __exit menhir_exit(void)
{
	pci_unregister_driver(&menhir_driver);
	mdev_unregister_driver(&menhir_mdev_driver);
}

module_init(menhir_init);
module_exit(menhir_exit);

MODULE_DESCRIPTION("Menhir channel adapter");
MODULE_LICENSE("Dual MIT/GPL");
