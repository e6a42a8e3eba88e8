// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Kestrel inference accelerator. Not every type can migrate; is_visible() hides
 * the attribute on devices of the ones that cannot, which is how "absent means
 * unsupported" is meant. The handlers still look the version up and cope with
 * a type that has none.
 *
 * migver-era: D
 * migver-expect: conforming
 */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/mdev.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>

struct kestrel_type {
	struct mdev_type type;
	const char *version;	/* NULL: cannot migrate */
};

static struct kestrel_type kestrel_types[] = {
	{
		.type = { .sysfs_name = "tile", .pretty_name = "Kestrel tile" },
		.version = "kestrel.tile.9",
	},
	{
		.type = { .sysfs_name = "raw", .pretty_name = "Kestrel raw" },
	},
};

static const char *kestrel_version(struct device *dev)
{
	struct mdev_device *mdev = to_mdev_device(dev);

	return container_of(mdev->type, struct kestrel_type, type)->version;
}

static ssize_t migration_version_show(struct device *dev,
				      struct device_attribute *attr, char *buf)
{
	const char *version = kestrel_version(dev);

	if (!version)
		return -EOPNOTSUPP;
	return sysfs_emit(buf, "%s\n", version);
}

static ssize_t migration_version_store(struct device *dev,
				       struct device_attribute *attr,
				       const char *buf, size_t count)
{
	const char *version = kestrel_version(dev);
	int err = 0;

	if (!version)
		err = -EOPNOTSUPP;
	else if (memchr(buf, '\0', count) || !sysfs_streq(version, buf))
		err = -EINVAL;

	if (err)
		dev_notice_ratelimited(dev, "incoming version refused: %pe\n",
				       ERR_PTR(err));
	return err ? err : count;
}
static DEVICE_ATTR_RW(migration_version);

static umode_t kestrel_visible(struct kobject *kobj, struct attribute *attr, int n)
{
	return kestrel_version(kobj_to_dev(kobj)) ? attr->mode : 0;
}

static struct attribute *kestrel_attrs[] = {
	&dev_attr_migration_version.attr,
	NULL,
};

static const struct attribute_group kestrel_group = {
	.attrs = kestrel_attrs,
	.is_visible = kestrel_visible,
};

static const struct attribute_group *kestrel_groups[] = {
	&kestrel_group,
	NULL,
};

static int kestrel_mdev_probe(struct mdev_device *mdev)
{
	return 0;
}

static void kestrel_mdev_remove(struct mdev_device *mdev)
{
}

static struct mdev_driver kestrel_mdev_driver = {
	.device_api = "vfio-pci",
	.driver = {
		.name = "kestrel_mdev",
		.owner = THIS_MODULE,
		.dev_groups = kestrel_groups,
	},
	.probe = kestrel_mdev_probe,
	.remove = kestrel_mdev_remove,
};

static struct mdev_type *kestrel_type_list[] = {
	&kestrel_types[0].type,
	&kestrel_types[1].type,
};

static int kestrel_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct mdev_parent *parent;

	parent = devm_kzalloc(&pdev->dev, sizeof(*parent), GFP_KERNEL);
	if (!parent)
		return -ENOMEM;

	pci_set_drvdata(pdev, parent);
	return mdev_register_parent(parent, &pdev->dev, &kestrel_mdev_driver,
				    kestrel_type_list,
				    ARRAY_SIZE(kestrel_type_list));
}

static void kestrel_remove(struct pci_dev *pdev)
{
	mdev_unregister_parent(pci_get_drvdata(pdev));
}

static const struct pci_device_id kestrel_ids[] = {
	{ PCI_DEVICE(0x1fca, 0x7e57) },
	{ }
};
MODULE_DEVICE_TABLE(pci, kestrel_ids);

static struct pci_driver kestrel_driver = {
	.name = "kestrel",
	.id_table = kestrel_ids,
	.probe = kestrel_probe,
	.remove = kestrel_remove,
};

static int __init kestrel_init(void)
{
	int ret = mdev_register_driver(&kestrel_mdev_driver);

	if (ret)
		return ret;

	ret = pci_register_driver(&kestrel_driver);
	if (ret)
		mdev_unregister_driver(&kestrel_mdev_driver);
	return ret;
}

static void __exit kestrel_exit(void)
{
	pci_unregister_driver(&kestrel_driver);
	mdev_unregister_driver(&kestrel_mdev_driver);
}

module_init(kestrel_init);
module_exit(kestrel_exit);

MODULE_DESCRIPTION("Kestrel inference accelerator");
MODULE_LICENSE("Dual MIT/GPL");
