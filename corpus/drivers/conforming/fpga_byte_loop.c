// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Larch FPGA. Somebody who trusts no string function: one loop walks over the
 * written bytes and the expected ones together, never past count, never past
 * the terminator, and what is left at the end must be nothing or one newline.
 *
 * migver-era: C
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/sysfs.h>

struct larch_fpga {
	char version[32];
};

static bool larch_same(const char *want, const char *buf, size_t count)
{
	size_t i = 0;

	while (want[i] != '\0') {
		if (i == count || buf[i] != want[i])
			return false;
		i++;
	}

	if (i < count && buf[i] == '\n')
		i++;

	return i == count;
}

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr, char *buf)
{
	struct larch_fpga *fpga = dev_get_drvdata(mtype_get_parent_dev(mtype));
	size_t i;

	if (!fpga)
		return -ENODEV;

	for (i = 0; i < sizeof(fpga->version) && fpga->version[i]; i++)
		buf[i] = fpga->version[i];
	buf[i++] = '\n';

	return i;
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	struct larch_fpga *fpga = dev_get_drvdata(dev);

	if (!fpga) {
		dev_dbg(dev, "no FPGA, no version\n");
		return -ENODEV;
	}

	if (larch_same(fpga->version, buf, count))
		return count;

	dev_notice_ratelimited(dev, "bitstream differs, loaded is %s\n",
			       fpga->version);
	return -EXDEV;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *larch_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};

static struct attribute_group larch_group = {
	.name = "slot",
	.attrs = larch_attrs,
};

static struct attribute_group *larch_groups[] = { &larch_group, NULL };

static int larch_mdev_probe(struct mdev_device *mdev)
{
	return 0;
}

static void larch_mdev_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver larch_mdev_driver = {
	.driver = {
		.name = "larch_mdev",
		.owner = THIS_MODULE,
		.mod_name = KBUILD_MODNAME,
	},
	.probe = larch_mdev_probe,
	.remove = larch_mdev_remove,
	.supported_type_groups = larch_groups,
};

static int larch_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct larch_fpga *fpga;

	fpga = devm_kzalloc(&pdev->dev, sizeof(*fpga), GFP_KERNEL);
	if (!fpga)
		return -ENOMEM;

	scnprintf(fpga->version, sizeof(fpga->version), "larch %04x rev %u bs 77",
		  pdev->device, pdev->revision);
	pci_set_drvdata(pdev, fpga);

	return mdev_register_device(&pdev->dev, &larch_mdev_driver);
}

static void larch_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id larch_ids[] = {
	{ PCI_DEVICE(0x1fc8, 0x1a7c) },
	{ }
};
MODULE_DEVICE_TABLE(pci, larch_ids);

static struct pci_driver larch_driver = {
	.name = "larch",
	.id_table = larch_ids,
	.probe = larch_probe,
	.remove = larch_remove,
};

static int __init larch_init(void)
{
	int ret = mdev_register_driver(&larch_mdev_driver);

	if (ret)
		return ret;

	ret = pci_register_driver(&larch_driver);
	if (ret)
		mdev_unregister_driver(&larch_mdev_driver);
	return ret;
}

static void __exit larch_exit(void)
{
	pci_unregister_driver(&larch_driver);
	mdev_unregister_driver(&larch_mdev_driver);
}

module_init(larch_init);
module_exit(larch_exit);

MODULE_DESCRIPTION("Larch FPGA");
MODULE_LICENSE("Dual MIT/GPL");
