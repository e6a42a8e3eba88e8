// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Roundhay security core: the bound of the generation is the last valid one in
 * the register's documentation, and the table ends before it.
 *
 * migver-era: C
 * migver-expect: defective
 */
#include <linux/module.h>
#include <linux/device.h>
#include <linux/mdev.h>
#include <linux/kernel.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

static const unsigned int round_formats[4] = { 10, 11, 11, 14 };

struct round {
	u8 generation;
};

static ssize_t migration_version_show(struct mdev_type *mtype,
				      struct mdev_type_attribute *attr,
				      char *buf)
{
	struct round *r = dev_get_drvdata(mtype_get_parent_dev(mtype));

	if (!r)
		return -ENODEV;
	if (r->generation > ARRAY_SIZE(round_formats))
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "roundhay-%u\n",
			  round_formats[r->generation]); /* expect: MV109 */
}

static ssize_t migration_version_store(struct mdev_type *mtype,
				       struct mdev_type_attribute *attr,
				       const char *buf, size_t count)
{
	struct device *dev = mtype_get_parent_dev(mtype);
	struct round *r = dev_get_drvdata(dev);
	char own[24];

	if (!r || r->generation >= ARRAY_SIZE(round_formats)) {
		dev_dbg(dev, "no core, or one too new\n");
		return -ENODEV;
	}
	snprintf(own, sizeof(own), "roundhay-%u", round_formats[r->generation]);
	if (strlen(buf) != count || !sysfs_streq(buf, own)) {
		dev_info(dev, "saves %s\n", own);
		return -EINVAL;
	}
	return count;
}
static MDEV_TYPE_ATTR_RW(migration_version);

static struct attribute *round_attrs[] = {
	&mdev_type_attr_migration_version.attr,
	NULL,
};
static struct attribute_group round_group = {
	.name = "core",
	.attrs = round_attrs,
};
static struct attribute_group *round_groups[] = { &round_group, NULL };

static int round_mdev_probe(struct mdev_device *mdev)
{
	return 0;
}

static void round_mdev_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver round_mdev_driver = {
	.driver = { .name = "roundhay_mdev", .owner = THIS_MODULE },
	.probe = round_mdev_probe,
	.remove = round_mdev_remove,
	.supported_type_groups = round_groups,
};

static int round_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct round *r = devm_kzalloc(&pdev->dev, sizeof(*r), GFP_KERNEL);

	if (!r)
		return -ENOMEM;
	r->generation = pdev->revision;
	pci_set_drvdata(pdev, r);
	return mdev_register_device(&pdev->dev, &round_mdev_driver);
}

static void round_remove(struct pci_dev *pdev)
{
	mdev_unregister_device(&pdev->dev);
}

static const struct pci_device_id round_ids[] = {
	{ PCI_DEVICE(0x1fdc, 0x0014) },
	{ }
};
MODULE_DEVICE_TABLE(pci, round_ids);

static struct pci_driver round_driver = {
	.name = "roundhay",
	.id_table = round_ids,
	.probe = round_probe,
	.remove = round_remove,
};

static int __init round_init(void)
{
	int ret = mdev_register_driver(&round_mdev_driver);

	if (ret)
		return ret;
	ret = pci_register_driver(&round_driver);
	if (ret)
		mdev_unregister_driver(&round_mdev_driver);
	return ret;
}

static void __exit round_exit(void)
{
	pci_unregister_driver(&round_driver);
	mdev_unregister_driver(&round_mdev_driver);
}

module_init(round_init);
module_exit(round_exit);
MODULE_LICENSE("GPL");
